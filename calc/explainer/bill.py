"""Write the bill of materials (CycloneDX) of all that goes to visitors' browsers, from the list that the page shows."""

from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from calc.explainer.software import Part
from calc.explainer.versions import BEIJING, find_moment
from calc.version import VERSION

NAME = "policy-calculator"
INSIDE = "policy-calculator:inside"


def write_bill(parts: Iterable[Part]) -> str:
    """Write the bill; its bytes depend on the parts and on the moment that the build was told."""
    site = Component(name=NAME, version=VERSION, type=ComponentType.APPLICATION, bom_ref=NAME)
    site.licenses.add(LicenseFactory().make_from_string("MIT"))
    components = [_describe(part) for part in parts]
    names = "".join(str(component.bom_ref.value) for component in components)
    bill = Bom(components=components, serial_number=uuid5(NAMESPACE_URL, f"{NAME} {VERSION} {names}"))
    bill.metadata.component = site
    bill.metadata.timestamp = datetime.fromtimestamp(find_moment(), BEIJING)
    bill.register_dependency(site, components)
    return JsonV1Dot6(bill).output_as_string(indent=1) + "\n"


def _describe(part: Part) -> Component:
    registered = PackageURL(part.kind, None, part.name, part.version) if part.kind else None
    described = Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        purl=registered,
        bom_ref=" ".join(filter(None, (part.inside, part.name, part.version))),
    )
    described.licenses.add(LicenseFactory().make_from_string(part.licence))
    if part.digest:
        algorithm, digits = part.digest
        described.hashes.add(HashType(alg=HashAlgorithm(algorithm), content=digits))
    if part.source:
        kind = ExternalReferenceType.SOURCE_DISTRIBUTION
        described.external_references.add(ExternalReference(type=kind, url=XsUri(part.source)))
    if part.inside:
        described.properties.add(Property(name=INSIDE, value=part.inside))
    return described
