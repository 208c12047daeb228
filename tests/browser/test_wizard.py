"""The wizard as a citizen meets it: by mouse, by keyboard, on a phone, on paper, and without a script."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from looking import faults
from lxml import html

from guide.eligibility import load_eligibility
from guide.eligibility.checks import all_cites
from guide.eligibility.model import MAY, Eligibility
from guide.eligibility.places import CorpusPlaces
from guide.wording import GAP, Piece

PAGE = "eligibility/index.html"
SCREENS = {"check": ".el-card > .el-summary", "result": "[data-outcome]"}
PHONE = {"viewport": {"width": 360, "height": 740}}
CLEAN = {
    "citizen": "true",
    "prosecuted": "false",
    "wilful_admin_within_year": "0",
    "leaving_permanently": "false",
    "health_circumstance": "false",
    "willing": "true",
}
"""A citizen of whom nothing on the list is true."""
PART_TIME = {"cooperation": "public", "role": "part_time", "engaged": "false"} | CLEAN
SQUAD = {"cooperation": "public", "role": "squad", "engaged": "false", "on_list": "false"} | CLEAN
ALONE = {"cooperation": "public", "role": "individual", "engaged": "false"} | CLEAN | {"activity": "reporting"}
PATROL = ALONE | {"activity": "paragraph_10", "trained": "true"}
READY = {"certificate": "true", "trained": "true"}
EMPLOYED = PART_TIME | {"engaged": "true"} | READY
LEADER = {"cooperation": "public", "role": "squad", "engaged": "true", "leader": "true"} | CLEAN | READY
SECRET = {"cooperation": "non_public"}
OPEN = {
    "may_apply": [PART_TIME],
    "may_be_listed": [SQUAD],
    "may_participate": [ALONE, PATROL, EMPLOYED, LEADER],
}
"""Ways to every verdict that lets a citizen take part."""
LOOK = """() => {
  const app = document.getElementById("eligibility-app");
  app.querySelectorAll("details").forEach(fold => { fold.open = true; });
  const typed = "input:is([type=text], :not([type])), textarea, [contenteditable]";
  const quotes = [...app.querySelectorAll("a[data-path]")].map(link => [link.dataset.path, link.pathname + link.hash,
    link.parentElement.textContent.replace(link.textContent, "").trim()]);
  return {width: document.documentElement.scrollWidth, typed: document.querySelectorAll(typed).length,
    kinds: [...app.querySelectorAll("input")].map(field => field.type), quotes};
}"""
"""What is on a screen, with all that is folded there unfolded."""


@pytest.fixture(scope="module")
def rules(root: Path) -> Eligibility:
    """The rules of the site."""
    return load_eligibility(root / "content" / "editorial" / "eligibility.yml", root)


@pytest.fixture(scope="module")
def url(site_url: str) -> str:
    """The address of the wizard."""
    return site_url + PAGE


@pytest.fixture(scope="module")
def desk(browser: Any) -> Iterator[Any]:
    """A page that tests share: the wizard's whole state stands in the address, and a new fragment loads nothing."""
    troubles: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    context.close()
    assert troubles == []


@pytest.fixture(scope="module")
def screens(browser: Any, url: str) -> dict[str, Any]:
    """Every screen of the wizard, looked at once on a phone."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    visit(page, url)
    seen = {"start": page.evaluate(LOOK)}
    for answers in (SQUAD, PATROL, PART_TIME, LEADER):
        for name in (*answers, "check", "result"):
            visit(page, link_to(url, answers, name))
            page.wait_for_selector(SCREENS.get(name, f"form[data-question={name}]"))
            seen[f"{name} {answers['role']}"] = page.evaluate(LOOK)
    context.close()
    return seen


@pytest.fixture(scope="module")
def listed(site_dir: Path) -> set[tuple[str, str, str]]:
    """Every quotation of the list below the wizard: path, address, words."""
    page = html.parse(str(site_dir / PAGE)).getroot()
    links = page.xpath("//blockquote//a[@data-path]")
    return {(link.get("data-path"), urljoin(f"/{PAGE}", link.get("href")), beside(link)) for link in links}


@pytest.fixture
def heard(site_dir: Path) -> Iterator[tuple[str, list[str]]]:
    """A server of its own for one page: its address, and everything it is ever asked for."""
    from publisher.serve import Handler, make_server

    asked: list[str] = []

    class Listener(Handler):
        def send_head(self) -> Any:
            asked.append(self.path)
            return super().send_head()

    with make_server(site_dir, 0) as server:
        server.RequestHandlerClass = functools.partial(Listener, directory=str(site_dir))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{PAGE}", asked
        server.shutdown()


def beside(link: Any) -> str:
    """The words before a link, in its paragraph."""
    words: str = link.getparent().text_content().replace(link.text_content(), "")
    return words.strip()


def folded(text: str) -> str:
    """Words without white space, to compare what is read."""
    return "".join(text.split())


def app(page: Any) -> Any:
    """The wizard on its page: finding a button by its name there is quicker than in the whole list below it."""
    return page.locator("#eligibility-app")


def answer(page: Any, question: str, value: str) -> None:
    """Choose an answer and go on."""
    form = page.locator(f"form[data-question={question}]")
    form.locator(f"input[value='{value}']").check()
    form.get_by_role("button", name="Continue").click()


def walk(page: Any, answers: dict[str, str]) -> Any:
    """From the start through every question to the result, as a reader clicks."""
    app(page).get_by_role("link", name="Begin").click()
    for question, value in answers.items():
        answer(page, question, value)
    app(page).get_by_role("link", name="Show the result").click()
    return shown(page)


def visit(page: Any, address: str) -> None:
    """Open a screen by its address, and wait until the wizard has put it in place of the one before."""
    page.evaluate("document.querySelector('.el-screen > section')?.setAttribute('data-before', '')")
    if page.url == address:
        page.reload()
    else:
        page.goto(address)
    page.wait_for_selector(".el-screen > section:not([data-before])")


def shown(page: Any) -> Any:
    """The result, once it is there; nothing else on the page gives an outcome."""
    page.wait_for_selector("[data-outcome]")
    (result,) = page.locator("[data-outcome]").all()
    return result


def link_to(url: str, answers: dict[str, str], at: str) -> str:
    """The address of a screen with these answers."""
    return f"{url}#{'&'.join(f'{name}={value}' for name, value in answers.items())}&at={at}"


def result_of(page: Any, url: str, answers: dict[str, str]) -> Any:
    """The result, by its link."""
    visit(page, link_to(url, answers, "result"))
    return shown(page)


def cited(result: Any, where: str) -> set[str]:
    """The provisions that a part of the result links to."""
    paths: list[str] = result.locator(f"{where} a[data-path]").evaluate_all("all => all.map(one => one.dataset.path)")
    return set(paths)


WALKS = {
    "a part-time employee may apply": (
        PART_TIME,
        "may_apply",
        {"rules/8/1", "rules/15", "rules/16", "rules/17", "rules/11", "law/77/1/4"},
        set(),
    ),
    "a squad goes by the list": (
        SQUAD,
        "may_be_listed",
        {"rules/8/3", "rules/7", "rules/15", "rules/19", "rules/11", "law/76/4", "law/77/1/4"},
        set(),
    ),
    "a volunteer may report": (
        ALONE,
        "may_participate",
        {"rules/8/2", "rules/9", "rules/15", "rules/11", "law/77/1/4"},
        set(),
    ),
    "a foreigner": (
        {"cooperation": "public", "role": "part_time", "engaged": "false", "citizen": "false"},
        "not_eligible",
        {"rules/1", "rules/3/4", "rules/16", "law/6/1/part-2", "law/76/1"},
        set(),
    ),
    "prosecuted, in a squad": (
        SQUAD | {"on_list": "true", "prosecuted": "true"},
        "excluded",
        {"rules/15/1", "law/76/4/1", "rules/19"},
        set(),
    ),
    "prosecuted, as an employee": (PART_TIME | {"prosecuted": "true"}, "excluded", {"rules/15/1"}, {"law/76/4/1"}),
    "leaving for good": (
        EMPLOYED | {"leaving_permanently": "true"},
        "deregister",
        {"rules/15/3", "rules/22"},
        {"law/76/4/3"},
    ),
    "not trained yet": (
        EMPLOYED | {"trained": "false"},
        "not_yet",
        {"rules/11", "rules/10/1", "rules/13", "law/77/1/4"},
        set(),
    ),
    "does not know of a prosecution": (PART_TIME | {"prosecuted": "unknown"}, "unclear", {"rules/15/1"}, set()),
    "in secret": (SECRET, "out_of_scope", {"rules/2", "rules/4", "rules/6"}, set()),
}
"""Answers; the verdict; provisions that govern it; provisions that are shown for comparison only."""


def test_a_reader_is_led_to_the_verdict_and_to_the_words_it_rests_on(desk: Any, url: str) -> None:
    """P02 too: Article 76(4) of the Law governs for squads, and for squads alone."""
    visit(desk, url)
    for name, (answers, outcome, governing, compared) in WALKS.items():
        result = walk(desk, answers)
        assert result.get_attribute("data-outcome") == outcome, name
        assert result.locator(".el-sentence").is_visible()
        assert result.locator(".el-grounds blockquote").first.is_visible()
        rests_on = cited(result, ".el-grounds [data-governing=true]")
        assert governing <= rests_on, name
        assert all(path in governing for path in rests_on if path.startswith("law/76/4")), name
        assert cited(result, ".el-grounds [data-governing=false]") == compared, name
        assert result.inner_text().count("For comparison only") == len(compared), name
        result.get_by_role("button", name="Clear all answers").click()


def test_every_verdict_that_lets_one_take_part_names_the_training_and_promises_nothing(desk: Any, url: str) -> None:
    """P05, P06."""
    for outcome, ways in OPEN.items():
        for answers in ways:
            result = result_of(desk, url, answers)
            assert result.get_attribute("data-outcome") == outcome
            seen, whole = result.inner_text(), result.text_content()
            assert re.search(r"legal training", seen, re.IGNORECASE)
            assert {"rules/11", "law/77/1/4"} <= cited(result, "")
            assert not re.search(r"will be (accepted|engaged|registered|listed)|guarantee", whole, re.IGNORECASE)
            if outcome == "may_apply":
                assert "thirty calendar days" in seen
                assert "without indication of reasons" in seen
            if answers["role"] != "part_time":
                assert not re.search(r"thirty|\b30\b", whole)
    assert set(OPEN) == set(MAY)


def test_only_what_is_to_be_done_has_a_box_to_tick(desk: Any, url: str) -> None:
    for answers in (way for ways in OPEN.values() for way in ways):
        result = result_of(desk, url, answers)
        steps = result.locator(".el-step").count()
        assert result.locator("input[type=checkbox]").count() == result.locator(".el-steps input").count() == steps > 0
        duties = result.locator(".el-part", has=desk.get_by_role("heading", name="Duties and rights", exact=True))
        assert len(duties.locator("li").all()) == (6 if answers is LEADER else 5)
        assert "the certificate of your participation, if you have one" in duties.inner_text()
        assert "Your duty" not in result.locator(".el-steps").inner_text()


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def test_the_whole_way_can_be_gone_by_keyboard(desk: Any, url: str, rules: Eligibility) -> None:
    answers = PART_TIME | {"wilful_admin_within_year": "1"}
    visit(desk, url)
    tab_to(desk, ".skip-link")
    desk.keyboard.press("Enter")
    tab_to(desk, "#eligibility-app a.el-button--main")
    desk.keyboard.press("Enter")
    for question in (question for question in rules.questions if question.id in answers):
        desk.wait_for_selector(f"form[data-question={question.id}] #eligibility-heading:focus")
        tab_to(desk, "input[type=radio]")
        desk.keyboard.press("Space")
        values = [option.value for option in question.options]
        for _ in range(values.index(answers[question.id])):
            desk.keyboard.press("ArrowDown")
        tab_to(desk, "button[type=submit]")
        desk.keyboard.press("Enter")
    desk.wait_for_selector(".el-card:has(> .el-summary) #eligibility-heading:focus")
    tab_to(desk, "a.el-button--main")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("[data-outcome=may_apply] #eligibility-heading:focus")
    for _ in range(2):
        tab_to(desk, ".el-checklist input")
        desk.keyboard.press("Space")
    assert desk.locator(".el-checklist input:checked").count() == 2
    tab_to(desk, "[data-do=clear]")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".el-card:has(a.el-button--main) #eligibility-heading:focus")


def test_who_goes_on_without_an_answer_is_told_so_and_stays(desk: Any, url: str) -> None:
    visit(desk, f"{url}#at=cooperation")
    app(desk).get_by_role("button", name="Continue").click()
    app(desk).get_by_role("alert").get_by_text("Choose one of the answers.").wait_for()
    assert desk.locator("form[data-question=cooperation] input").first.evaluate("it => it === document.activeElement")
    answer(desk, "cooperation", "public")
    desk.wait_for_selector("form[data-question=role]")


def test_back_and_forward_lead_through_the_answers(desk: Any, url: str) -> None:
    visit(desk, url)
    walk(desk, SECRET)
    desk.go_back()
    desk.wait_for_selector(SCREENS["check"])
    desk.go_back()
    desk.wait_for_selector("form[data-question=cooperation] input[value=non_public]:checked")
    answer(desk, "cooperation", "public")
    answer(desk, "role", "squad")
    app(desk).get_by_role("link", name="Back", exact=True).click()
    desk.wait_for_selector("form[data-question=role] input[value=squad]:checked")
    desk.go_back()
    desk.wait_for_selector("form[data-question=engaged]")
    desk.go_forward()
    desk.wait_for_selector("form[data-question=role]")


def test_every_answer_can_be_changed_before_the_result(desk: Any, url: str, rules: Eligibility) -> None:
    """And only what the change makes necessary is asked anew."""
    short = {question.id: question.short for question in rules.questions}
    visit(desk, link_to(url, PART_TIME, "check"))
    assert desk.locator(".el-summary dt").all_inner_texts() == [short[name] for name in PART_TIME]
    desk.locator(".el-summary__row", has_text=short["prosecuted"]).get_by_role("link", name="Change").click()
    desk.wait_for_selector("form[data-question=prosecuted] input[value=false]:checked")
    answer(desk, "prosecuted", "true")
    desk.locator(".el-summary__row", has_text=short["prosecuted"]).get_by_text("Yes", exact=True).wait_for()
    desk.locator(".el-summary__row", has_text=short["role"]).get_by_role("link", name="Change").click()
    answer(desk, "role", "squad")
    answer(desk, "on_list", "true")
    app(desk).get_by_role("link", name="Show the result").click()
    assert cited(shown(desk), "[data-governing=true]") >= {"rules/15/1", "law/76/4/1"}


def test_a_link_gives_somebody_else_the_same_result(open_page: Callable[..., Any], url: str) -> None:
    """P09: in whatever order the answers stand in it."""
    mine = open_page()
    mine.goto(link_to(url, LEADER | {"health_circumstance": "unknown"}, "check"))
    app(mine).get_by_role("link", name="Show the result").click()
    result = shown(mine).inner_text()
    theirs = open_page()
    theirs.goto(mine.url)
    assert shown(theirs).inner_text() == result
    address, _, fragment = mine.url.partition("#")
    visit(theirs, f"{address}#{'&'.join(reversed(fragment.split('&')))}")
    assert shown(theirs).inner_text() == result


def test_nothing_is_sent_and_nothing_kept(page: Any, heard: tuple[str, list[str]]) -> None:
    """P08: not one request after the page is there, the icon's included; no storage, no cookie."""
    url, asked = heard
    visit(page, url)
    loaded = len(asked)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    result = walk(page, PART_TIME)
    result.locator(".el-checklist label").first.click()
    result.locator(".el-sources summary").first.click()
    app(page).get_by_role("link", name="Back to your answers").click()
    page.wait_for_selector(SCREENS["check"])
    assert asked[loaded:] == []
    assert sent == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    kept = "async () => [localStorage.length, sessionStorage.length, document.cookie.length, history.state,"
    assert page.evaluate(f"{kept} (await indexedDB.databases()).length, (await caches.keys()).length]") == [
        *(0, 0, 0, None),
        *(0, 0),
    ]


def test_nothing_can_be_typed_into_the_wizard(screens: dict[str, Any], rules: Eligibility) -> None:
    """P08: boxes and circles to choose from, and on one result a date."""
    assert {name.split()[0] for name in screens} == {question.id for question in rules.questions} | {"start", *SCREENS}
    for name, screen in screens.items():
        assert screen["typed"] == 0, name
        dates = {"date"} if name == "result part_time" else set()
        assert set(screen["kinds"]) <= {"radio", "checkbox"} | dates, name


def test_no_screen_scrolls_sideways_on_a_phone(screens: dict[str, Any]) -> None:
    assert {name: screen["width"] for name, screen in screens.items() if screen["width"] > 360} == {}


def test_every_quotation_on_a_screen_stands_in_the_list_too(
    screens: dict[str, Any], listed: set[tuple[str, str, str]]
) -> None:
    """Whose links and words the next test follows into the acts."""
    for name, screen in screens.items():
        assert screen["quotes"] or name.startswith(("start", "check")), name
        assert {tuple(quote) for quote in screen["quotes"]} <= listed, name


def test_every_cited_provision_stands_on_the_site_with_the_quoted_words(
    site_dir: Path, corpus: Any, rules: Eligibility, listed: set[tuple[str, str, str]]
) -> None:
    """P01; misprints corrected and gaps marked here as there."""
    places = CorpusPlaces(corpus)
    cites = {(cite.path, shown_words(places.pieces(cite.path, cite.words))) for cite in all_cites(rules)}
    assert {(path, words) for path, _, words in listed} == cites
    pages: dict[str, Any] = {}
    for path, address, words in listed:
        parts = urlsplit(address)
        page = pages.setdefault(parts.path, read(site_dir / parts.path.lstrip("/")))
        anchor = unquote(parts.fragment)
        (target,) = page.xpath("//*[@id=$id]", id=anchor)
        assert target.get("data-path") == path
        own = page.xpath("//*[@id=$id or starts-with(@id, $below)]", id=anchor, below=f"{anchor}__")
        assert folded(words.strip("“”").replace(GAP, "")) in folded("".join(one.text_content() for one in own)), path


def shown_words(pieces: tuple[Piece, ...]) -> str:
    """A quotation as it is read on the page."""
    return f"“{''.join(f' {GAP}' if piece.lost else piece.text for piece in pieces)}”"


def read(path: Path) -> Any:
    """A page of the acts without the editor's marks."""
    page = html.parse(str(path)).getroot()
    for mark in page.find_class("emended-mark") + page.find_class("lost") + page.find_class("footnote-ref"):
        mark.drop_tree()
    return page


def test_a_link_that_tells_of_health_or_prosecution_is_not_copied_without_a_warning(
    open_page: Callable[..., Any], url: str, rules: Eligibility
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    result_of(page, url, SECRET)
    app(page).get_by_role("button", name="Copy a link").click()
    app(page).get_by_text("The link is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    result_of(page, url, PART_TIME)
    app(page).get_by_role("button", name="Copy a link").click()
    warning = page.locator(".el-warning")
    for question in rules.questions:
        telling = question.id in {"prosecuted", "wilful_admin_within_year", "health_circumstance"}
        assert (question.short in warning.inner_text()) == telling
    app(page).get_by_role("button", name="Do not copy").click()
    warning.wait_for(state="hidden")
    assert page.evaluate("navigator.clipboard.readText()") != page.url
    app(page).get_by_role("button", name="Copy a link").click()
    app(page).get_by_role("button", name="Copy the link").click()
    app(page).get_by_text("The link is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_all_answers_can_be_cleared(desk: Any, url: str) -> None:
    for screen in ("check", "result"):
        visit(desk, link_to(url, PART_TIME, screen))
        app(desk).get_by_role("button", name="Clear all answers").click()
        app(desk).get_by_role("link", name="Begin").wait_for()
        assert desk.url == url
        app(desk).get_by_role("link", name="Begin").click()
        desk.wait_for_selector("form[data-question=cooperation]")
        assert desk.locator("input[type=radio]:checked").count() == 0


ON_PAPER = (
    ".el-paper--title",
    ".el-ungiven",
    ".el-verdict-box",
    ".el-grounds blockquote",
    ".el-checklist input",
    ".el-duties",
    ".el-open",
    ".el-caveats",
    ".el-edition",
)
OFF_PAPER = (
    "header.site-header",
    ".site-tabs",
    "footer",
    ".pager",
    "#eligibility-rules",
    ".el-result .el-back",
    ".el-given",
    ".el-actions",
)


def test_on_paper_the_result_stands_alone_on_one_page_with_its_edition(page: Any, url: str) -> None:
    page.emulate_media(media="print")
    for answers in (way for ways in OPEN.values() for way in ways):
        result = result_of(page, url, answers)
        for part in ON_PAPER:
            assert result.locator(part).first.is_visible(), part
        for part in OFF_PAPER:
            assert not any(one.is_visible() for one in page.locator(part).all()), part
        edition = result.locator(".el-edition").inner_text()
        assert "unofficial translation" in edition
        assert "as of 11.04.2014" in edition
        assert "as of 26.05.2023" in edition
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, answers


def test_on_paper_stand_the_names_of_page_and_site_and_the_answers_that_were_opened(page: Any, url: str) -> None:
    result = result_of(page, url, PART_TIME)
    assert not any(one.is_visible() for one in result.locator(".el-paper").all())
    title, heading = result.locator(".el-paper--title"), page.locator("h1").inner_text()
    page.emulate_media(media="print")
    assert title.inner_text().startswith(heading)
    assert title.inner_text().endswith(page.locator(".brand__name").text_content())
    assert "not printed" in result.locator(".el-ungiven").inner_text()
    page.emulate_media(media="screen")
    result.get_by_text("Your answers", exact=True).click()
    page.emulate_media(media="print")
    assert not result.locator(".el-ungiven").is_visible()
    assert len([row for row in result.locator(".el-given dt").all() if row.is_visible()]) == len(PART_TIME)
    assert not result.get_by_role("link", name="Change").first.is_visible()


@pytest.mark.parametrize("received", [date(2026, 11, 21), date(2028, 1, 31)], ids=str)
def test_the_day_of_receipt_gives_the_last_of_the_thirty_days(
    desk: Any, url: str, rules: Eligibility, received: date
) -> None:
    """Rules 17: thirty calendar days after receipt; as a day in words, and for a calendar."""
    last = received + timedelta(days=30)
    (deadline,) = rules.deadline
    result = result_of(desk, url, PART_TIME)
    result.get_by_label(deadline.label).fill(received.isoformat())
    result.get_by_text(f"{last.day} {last:%B %Y}").wait_for()
    assert result.get_by_text(deadline.assumption).is_visible()
    with desk.expect_download() as download:
        result.get_by_role("button", name=".ics").click()
    assert download.value.suggested_filename.endswith(".ics")
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert f"DTSTART;VALUE=DATE:{last:%Y%m%d}" in lines
    assert f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}" in lines


def test_no_last_day_is_worked_out_where_the_rules_name_none(desk: Any, url: str) -> None:
    for answers in (SQUAD, ALONE, EMPLOYED):
        assert result_of(desk, url, answers).locator("input[type=date]").count() == 0


def test_without_a_script_the_whole_list_stands_open(open_page: Callable[..., Any], url: str) -> None:
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(url)
    assert page.locator(".el-noscript").is_visible()
    assert not page.locator("#eligibility-app").is_visible()
    assert all(row.is_visible() for row in page.locator("[data-verdict]").all())
    assert page.locator("[data-outcome]").count() == 0
    ground = page.locator("[data-ground=exclusion-1]")
    ground.locator("summary").click()
    ground.get_by_role("link").click()
    page.wait_for_selector("[id=para_15__subpara_1][data-path='rules/15/1']")
    assert page.url.endswith("#para_15__subpara_1")


@pytest.mark.parametrize("name", ["", "cooperation", "check", "result"])
def test_axe_finds_nothing(page: Any, url: str, name: str) -> None:
    """On every kind of the wizard's pages. Its list of rules is looked at with the pages of the guide."""
    visit(page, link_to(url, PART_TIME, name) if name else url)
    page.wait_for_selector(SCREENS.get(name, "form") if name else "form")
    page.eval_on_selector_all("#eligibility-rules", "all => all.forEach(one => one.remove())")
    assert faults(page) == []
