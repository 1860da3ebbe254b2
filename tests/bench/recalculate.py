"""From a key to the new answer in the page: worker, Python and the page's update, with all policies loaded."""

from playwright.sync_api import Browser, expect

from tests.bench.start import open_page

LINK = (
    "policies/ningxia/#v=1&who=all&home=ningxia&is_registered_poor=yes&work_place=other-province&months_employed=24"
    "&has_contract=yes&is_insured=yes&is_fully_insured=yes&employer_kind=workshop&is_in_poor_village=yes&is_local_employer=yes"
    "&workers_hired=35&as_of=2020-12-31"
)
STARTS = 120_000
MEASURE = """async (times) => {
    const field = document.querySelector("#f-workers_hired");
    const said = document.querySelector(".calculator-announcement");
    const measured = [];
    for (let count = 0; count < times; count += 1) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        const answered = new Promise((resolve) => {
            const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
            observer.observe(said, { childList: true });
        });
        const begun = performance.now();
        field.value = String(20 + (count * 7) % 90);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await answered;
        measured.push(performance.now() - begun);
    }
    return measured;
}"""


def recalculate(browser: Browser, address: str, times: int) -> list[float]:
    """Milliseconds for each of so many changes of one number, most of its questions answered, for everybody."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    page = open_page(context, is_plain=False)
    page.goto(address + LINK)
    expect(page.locator("#result-carrier-subsidy .amount")).to_have_text("60,000 元", timeout=STARTS)
    page.evaluate(MEASURE, 10)  # what is asked for the first time is no recalculation
    measured: list[float] = page.evaluate(MEASURE, times)
    context.close()
    return measured
