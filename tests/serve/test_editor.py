"""The query editor in a browser: it works under its policy, and asks this server only."""

import pytest


@pytest.mark.browser
def test_the_editor_asks_this_server_and_nobody_else(world, browser):
    requests, console = [], []
    page = browser.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto(f"{world.url}/sparql")
    page.wait_for_selector("html[data-ready=true]")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr")
    assert "余姚市" in page.locator(".yasr table").last.inner_text()
    questions = world.get("/questions").json()["questions"]
    assert page.locator("#questions button").count() == len(questions)
    page.locator("#questions button").first.click()
    page.wait_for_function("Object.keys(window.editor._tabs).length === 2")
    shown = page.evaluate("window.editor.getTab().yasqe.getValue()")
    assert shown == questions[0]["sparql"]
    page.evaluate("window.editor.getTab().yasqe.setValue('SELECT {')")
    page.keyboard.press("Control+Space")
    page.close()
    assert console == []
    assert all(one.startswith((world.url, "data:")) for one in requests)


@pytest.mark.browser
def test_pages_keep_their_policy(world, browser):
    console = []
    page = browser.new_page()
    page.on("console", lambda message: console.append(message.text))
    for path in (
        "/",
        "/questions/supporters-of?place=513431",
        "/id/place/513431",
        "/search?q=协作",
    ):
        page.goto(world.url + path)
        assert page.locator("h1").count() == 1
    page.goto(f"{world.url}/view?around=513431")
    page.wait_for_selector("html[data-ready=true]")
    page.close()
    assert console == []
