"""What the pages in Markdown say of the calculator is what it does."""

from building.places import DOCS
from calc.explainer.versions import render_versions
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Text, YesNo
from calc.pages import PAGES
from calc.policies import POLICIES
from tests.regions.register import read_region


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_privacy_page_names_who_a_form_asks_about_and_which_form() -> None:
    private = {fact for fact, question in CATALOGUE.items() if isinstance(question, Text) and question.is_private}
    asking = [policy for policy in POLICIES.values() if private & set(policy.facts)]
    text = read("privacy.md")
    assert {"legal_representative", "contact"} <= private
    assert [policy.id for policy in asking] == [id_ for id_ in POLICIES if read_region(id_).asks_private]
    words = (*(policy.region for policy in asking), "“法定代表人”", "“联系方式”")
    assert [word for word in words if word not in text] == []


def test_the_method_page_calls_the_next_question_as_the_answer_does() -> None:
    reply = PAGES["ningxia"].answer({"who": "worker"}, is_submitted=False)
    words = "接下来最值得回答"
    assert words in str(reply.patches["calculator-result"])
    assert f"“{words}”" in read("method.md")


def test_as_much_of_a_fingerprint_is_shown_everywhere() -> None:
    prints = {policy.id: policy.short_fingerprint for policy in POLICIES.values()}
    shown = {id_: f"条款指纹 {print_}" for id_, print_ in prints.items()}
    for id_, words in shown.items():
        # A sheet is printed once something is answered: here the first that is asked for a yes or a no.
        asked = next(fact for fact in POLICIES[id_].facts if isinstance(CATALOGUE[fact], YesNo))
        form = {"who": "all", asked: "yes"}
        answered = PAGES[id_].answer(form, is_submitted=False).patches["calculator-result"]
        printed = PAGES[id_].lay_sheet(form, "https://site.example/").patches["calculator-sheet"]
        assert words in str(answered)
        assert f"{words}。" in str(printed)
    budget = PAGES["planning"].lay_sheet({}, "https://site.example/").patches["calculator-sheet"]
    assert f"{shown['zhongshan']}。" in str(budget)
    compared = str(
        PAGES["compare"]
        .lay_sheet({"who": "person", "is_registered_poor": "yes"}, "https://site.example/")
        .patches["calculator-sheet"]
    )
    assert [id_ for id_, print_ in prints.items() if f"{POLICIES[id_].region} {print_}" not in compared] == []
    assert f"指纹的前 {len(next(iter(prints.values())))} 位" in str(render_versions(POLICIES.values()))
