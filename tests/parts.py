"""What a page shows once the parts of a reply stand in their places."""

import re
from collections.abc import Mapping

PLACE = re.compile(r'<(\w+) id="([^"]+)" data-part></\1>')


def put_together(patches: Mapping[str, str]) -> dict[str, str]:
    """The patches with every part in its place."""
    placed = {place[2] for html in patches.values() for place in PLACE.finditer(html)}
    return {id_: PLACE.sub(lambda place: patches[place[2]], html) for id_, html in patches.items() if id_ not in placed}
