"""What is typed is never lost: not with the network, nor the session, nor the tab, nor to a colleague."""

import uuid

import pytest

from articles import workflow
from articles.models import Article, OpenTab, Revision
from tests.browser.desk.conftest import ready
from tests.factories import make_content, make_reporter, make_section, make_tag

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = "자동 저장"


def begun(owner, **fields):
    return workflow.begin(by=owner, content=make_content(**{"title": "갯벌"} | fields))


def newest(article):
    return Revision.objects.saved().filter(article=article).first()


def write_body(page, text):
    """Type at the end of the body, as a person does."""
    page.frame_locator(".cke_wysiwyg_frame").locator("body").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def status(page):
    return page.locator("[data-status]")


def wait_for_status(page, text):
    status(page).filter(has_text=text).wait_for()


def notice(page, name):
    return page.locator(f"[data-notice={name}] .desk-notice")


def title(page):
    return page.locator("#id_title")


def body(page):
    return page.frame_locator(".cke_wysiwyg_frame").locator("body").inner_text()


def copies(page):
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk:copy:'))")


def save(page):
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    page.get_by_text("판으로 저장했습니다.").wait_for()
    return ready(page)


def test_new_article_is_kept_while_one_types_and_nothing_but_saving_makes_a_version(at_work):
    han = at_work("기자")
    page = han.open()
    title(page).fill("갯벌이 품은 시간 ㆍ “서천”")
    write_body(page, "물이 빠지면 바다는 길이 된다.")
    page.wait_for_url("**/change/")
    wait_for_status(page, KEPT)
    page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('desk:copy:'))")
    article = Article.objects.get()
    assert page.url.endswith(f"/admin/articles/article/{article.pk}/change/")
    write_body(page, " 사람도 그 길로 간다.")
    page.locator("#id_caption").fill("서천 갯벌")
    with page.expect_response(lambda response: "/autosave/" in response.url and response.ok):
        pass
    assert Revision.objects.saved().count() == 0

    save(page)
    content = newest(article).content
    assert content["body"].strip() == "<p>물이 빠지면 바다는 길이 된다. 사람도 그 길로 간다.</p>"
    assert (content["title"], content["caption"]) == ("갯벌이 품은 시간 ㆍ “서천”", "서천 갯벌")
    assert (Article.objects.count(), Revision.objects.autosaves().count()) == (1, 0)


def test_syllable_that_is_being_composed_is_kept_and_not_broken_by_it(at_work):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    write_body(page, "서천 ")
    keys = han.context.new_cdp_session(page)
    for text in ("ㄱ", "개", "갯"):
        keys.send("Input.imeSetComposition", {"text": text, "selectionStart": 1, "selectionEnd": 1})
        page.wait_for_timeout(50)
    with page.expect_response(lambda response: "/autosave/" in response.url and response.ok):
        pass  # in the middle of it
    keys.send("Input.imeSetComposition", {"text": "갰", "selectionStart": 1, "selectionEnd": 1})
    keys.send("Input.imeSetComposition", {"text": "갯", "selectionStart": 1, "selectionEnd": 1})
    keys.send("Input.insertText", {"text": "갯"})
    page.keyboard.type("벌")
    assert body(page).strip() == "서천 갯벌"
    save(page)
    assert newest(article).content["body"].strip() == "<p>서천 갯벌</p>"


def test_saving_what_nobody_changed_makes_no_version(at_work):
    han = at_work("기자")
    article = begun(han.user, body="<h2>작은 제목</h2><p>둘째 <strong>줄</strong></p><ul><li>하나</li></ul>")
    page = han.open(article)
    page.locator("[data-save]").click()
    page.get_by_text("바뀐 것이 없습니다.").wait_for()
    assert (newest(article).number, Revision.objects.autosaves().count()) == (1, 0)


def test_without_network_the_text_stays_in_the_browser_and_comes_back(at_work):
    han = at_work("기자")
    article = begun(han.user, body="<p>처음.</p>")
    page = han.open(article)
    han.context.set_offline(True)
    title(page).fill("끊긴 사이에 쓴 제목")
    write_body(page, " 끊긴 사이에 쓴 글.")
    wait_for_status(page, "연결이 끊겼습니다. 글은 이 브라우저에 있습니다.")
    page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('desk:copy:'))")
    page.close(run_before_unload=False)  # as a crash: nothing more is sent
    han.context.set_offline(False)

    page = han.open_again(article)
    assert title(page).input_value() == "갯벌"
    offer = notice(page, "copy")
    assert offer.inner_text().startswith("이 브라우저에 저장하지 못한 글이 남아 있습니다(")
    offer.get_by_role("button", name="되살리기").click()
    assert title(page).input_value() == "끊긴 사이에 쓴 제목"
    page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('desk:copy:'))")
    save(page)
    assert newest(article).content["body"].strip() == "<p>처음. 끊긴 사이에 쓴 글.</p>"
    assert copies(page) == []


def test_browser_without_room_says_so_and_asks_before_it_is_closed(at_work):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    page.evaluate("""() => {
        let size = 2 ** 20;
        for (let n = 0; size > 0; n += 1) {
            try { localStorage.setItem(`full${n}`, "가".repeat(size)); } catch { size = size >> 1; }
        }
    }""")
    han.context.set_offline(True)
    title(page).fill("담을 자리가 없는 글")
    wait_for_status(page, "연결이 끊겼습니다. 이 브라우저에도 글을 담을 자리가 없으니 창을 닫지 마세요.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    han.context.set_offline(False)
    wait_for_status(page, KEPT)
    assert Revision.objects.autosaves().get().content["title"] == "담을 자리가 없는 글"


def test_network_that_comes_back_is_enough(at_work):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    han.context.set_offline(True)
    write_body(page, "끊긴 사이에 쓴 글.")
    wait_for_status(page, "연결이 끊겼습니다.")
    han.context.set_offline(False)
    wait_for_status(page, KEPT)
    assert "끊긴 사이에 쓴 글." in Revision.objects.autosaves().get().content["body"]


def test_new_article_written_without_network_from_the_start_is_offered_on_the_next_empty_page(at_work):
    han = at_work("기자")
    page = han.open()
    han.context.set_offline(True)
    title(page).fill("기차에서 쓴 글")
    wait_for_status(page, "연결이 끊겼습니다.")
    page.close(run_before_unload=False)
    han.context.set_offline(False)
    page = han.open_again()
    notice(page, "copy").get_by_role("button", name="되살리기").click()
    page.wait_for_url("**/change/")
    assert Article.objects.get().title == "기차에서 쓴 글"


def test_restored_copy_has_every_field_with_its_rows_and_choices(at_work, section):
    han = at_work("기자")
    one, two = make_reporter(name="한서윤", title="팀장"), make_reporter(name="임바다", title="기자")
    tags = [make_tag(name="갯벌").pk, make_tag(name="서천").pk]
    rows = [{"reporter": pk, "name": "", "title": "그때", "role": "글"} for pk in (one.pk, two.pk)]
    article = begun(han.user, tags=tags, section=section.pk, no_caption=True, bylines=rows)
    page = han.open(article)
    han.context.set_offline(True)
    page.locator("[data-row=down]").first.click()
    page.locator("[data-row=add]").click()
    page.locator("[name=bylines-2-name]").fill("바깥사람")
    page.locator("#id_no_caption").uncheck()
    wait_for_status(page, "연결이 끊겼습니다.")
    page.close(run_before_unload=False)
    han.context.set_offline(False)

    page = han.open_again(article)
    notice(page, "copy").get_by_role("button", name="되살리기").click()
    save(page)
    content = newest(article).content
    assert [line["reporter"] or line["name"] for line in content["bylines"]] == [two.pk, one.pk, "바깥사람"]
    assert (content["tags"], content["section"], content["no_caption"]) == (tags, section.pk, False)


def test_copy_is_thrown_away_when_it_is_not_wanted_and_when_its_person_signs_out(at_work):
    han = at_work("기자")
    article = begun(han.user)
    leave_copy(han, article)
    page = han.open_again(article)
    notice(page, "copy").get_by_role("button", name="버리기").click()
    assert (copies(page), notice(page, "copy").count()) == ([], 0)

    leave_copy(han, article)
    page = han.open_again(article)
    page.evaluate("document.getElementById('logout-form').requestSubmit()")
    page.wait_for_url(f"{han.site}/")
    assert copies(page) == []


def test_copy_is_thrown_away_by_signing_out_on_the_account_page_too(at_work):
    han = at_work("기자")
    leave_copy(han, begun(han.user))
    page = han.page
    page.goto("/accounts/me/")
    assert len(copies(page)) == 1
    page.get_by_role("button", name="로그아웃").click()
    page.wait_for_url(f"{han.site}/")
    assert copies(page) == []


def leave_copy(person, article):
    """As a tab does that dies without network."""
    page = person.open_again(article)
    person.context.set_offline(True)
    title(page).fill("남은 글")
    wait_for_status(page, "연결이 끊겼습니다.")
    page.close(run_before_unload=False)
    person.context.set_offline(False)


def test_copy_is_never_offered_to_another_person_nor_lost_by_their_signing_out(at_work):
    chief = at_work("편집장")
    first, second = chief.user, at_work("편집장").user
    article = begun(first)
    leave_copy(chief, article)
    chief.sign_in(second)
    page = chief.open_again(article)
    assert notice(page, "copy").count() == 0
    page.evaluate("document.getElementById('logout-form').requestSubmit()")
    page.wait_for_url(f"{chief.site}/")
    chief.sign_in(first)
    page = chief.open_again(article)
    notice(page, "copy").wait_for()


def test_tab_that_was_killed_leaves_an_autosave_to_go_on_with(at_work):
    han = at_work("기자")
    article = begun(han.user, body="<p>처음.</p>")
    page = han.open(article)
    write_body(page, " 죽기 전에 쓴 글.")
    wait_for_status(page, KEPT)
    page.close(run_before_unload=False)

    page = han.open_again(article)
    assert body(page).strip() == "처음."
    page.get_by_role("link", name="이어서 쓰기").click()
    ready(page)
    assert body(page).strip() == "처음. 죽기 전에 쓴 글."
    save(page)
    assert newest(article).content["body"].strip() == "<p>처음. 죽기 전에 쓴 글.</p>"
    assert Revision.objects.autosaves().count() == 0
    assert page.get_by_role("link", name="이어서 쓰기").count() == 0


def test_leaving_the_page_in_the_middle_of_a_word_keeps_it(at_work):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    title(page).fill("떠나기 직전에 쓴 제목")
    page.goto("/admin/")
    for _ in range(100):  # A request that outlives its page is told of to nobody.
        if Revision.objects.autosaves().exists():
            break
        page.wait_for_timeout(50)
    assert Revision.objects.autosaves().get().content["title"] == "떠나기 직전에 쓴 제목"


def test_sign_in_that_ran_out_is_renewed_in_another_window_and_saving_goes_on(at_work):
    han = at_work("기자")
    han.user.set_password("monthlypeople")
    han.user.save()
    han.sign_in(han.user)
    article = begun(han.user)
    page = han.open(article)
    han.sign_out()
    title(page).fill("로그인이 끊긴 사이의 제목")
    wait_for_status(page, "로그인이 끊겼습니다. 새 창에서 로그인한 뒤 이 창에서 저장하세요.")
    page.locator("[data-save]").click()
    page.wait_for_timeout(500)
    assert title(page).input_value() == "로그인이 끊긴 사이의 제목"

    with han.context.expect_page() as opened:
        status(page).get_by_role("link", name="로그인").click()
    window = opened.value
    window.locator("#id_username").fill(han.user.username)
    window.locator("#id_password").fill("monthlypeople")
    window.locator("#id_password").press("Enter")
    window.wait_for_url("**/admin/")
    page.bring_to_front()
    wait_for_status(page, KEPT)
    save(page)
    assert newest(article).content["title"] == "로그인이 끊긴 사이의 제목"


def test_text_is_not_saved_as_somebody_elses(at_work):
    han, other = at_work("편집장"), at_work("편집장", last_name="오", first_name="정민")
    article = begun(han.user)
    page = han.open(article)
    han.sign_in(other.user)
    title(page).fill("한서윤이 쓴 제목")
    wait_for_status(page, "지금은 오정민 님으로 로그인되어 있습니다.")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(700)
    assert title(page).input_value() == "한서윤이 쓴 제목"
    assert Revision.objects.count() == 1
    han.sign_in(han.user)
    save(page)
    assert newest(article).author == han.user


def test_two_tabs_of_one_person_meet_and_nothing_of_either_is_lost(at_work):
    han = at_work("기자")
    article = begun(han.user, title="처음", subtitle="처음 부제", body="<p>첫 문단.</p><p>둘째 문단.</p>")
    one, two = han.open(article), han.open_again(article)
    notice(two, "others").get_by_text("이 기사를 다른 창에서도 열어 두었습니다.").wait_for()
    title(one).fill("첫 창의 제목")
    one.locator("#id_subtitle").fill("첫 창의 부제")
    save(one)
    title(two).fill("둘째 창의 제목")
    write_body(two, " 둘째 창의 글.")
    notice(two, "newest").get_by_text("다른 창에서").wait_for()
    two.keyboard.press("Control+s")
    two.get_by_text("먼저 저장했습니다.").wait_for()
    ready(two)
    assert two.locator("#id_subtitle").input_value() == "첫 창의 부제"
    assert title(two).input_value() == "둘째 창의 제목"
    two.get_by_label("저장된 글", exact=True).check()
    assert title(two).input_value() == "첫 창의 제목"
    two.get_by_label("내 글", exact=True).check()
    assert title(two).input_value() == "둘째 창의 제목"
    title(two).fill("두 창의 제목")
    assert two.get_by_label("여기 적힌 대로").is_checked()
    save(two)
    content = newest(article).content
    assert (content["title"], content["subtitle"]) == ("두 창의 제목", "첫 창의 부제")
    assert "둘째 문단. 둘째 창의 글." in content["body"]
    assert (newest(article).number, Revision.objects.autosaves().count()) == (3, 0)


def test_what_is_typed_after_choosing_one_of_two_texts_is_what_is_saved(at_work, section):
    han, desk = at_work("기자"), at_work("데스크")
    sections = [make_section().pk for _ in range(3)]
    article = begun(han.user, body="<p>처음.</p>", section=section.pk)
    page = han.open(article)
    theirs = newest(article).content | {"body": "<p>데스크의 글.</p>", "section": sections[0]}
    workflow.save(article, by=desk.user, content=theirs, base=newest(article).pk)
    write_body(page, " 기자의 글.")
    page.locator("#id_section").select_option(str(sections[1]))
    page.keyboard.press("Control+s")
    page.get_by_text("먼저 저장했습니다.").wait_for()
    ready(page)
    for field in ("body", "section"):
        page.locator(f"[name=pick-{field}][value=theirs]").check()
    page.frame_locator(".cke_wysiwyg_frame").get_by_text("데스크의 글.").wait_for()
    write_body(page, " 덧붙임.")
    page.locator("#id_section").select_option(str(sections[2]))
    for field in ("body", "section"):
        assert page.locator(f"[name=pick-{field}][value='']").is_checked()
    save(page)
    content = newest(article).content
    assert (content["body"].strip(), content["section"]) == ("<p>데스크의 글. 덧붙임.</p>", sections[2])


def test_two_persons_see_each_other_and_hear_of_a_new_version_at_once(at_work):
    han = at_work("기자", last_name="한", first_name="서윤")
    desk = at_work("데스크", last_name="오", first_name="정민")
    article = begun(han.user)
    page = han.open(article)
    theirs = desk.open(article)
    assert "한서윤 님이" in notice(theirs, "others").inner_text()
    title(theirs).fill("데스크가 고친 제목")
    save(theirs)
    write_body(page, "그사이 쓴 글.")
    notice(page, "newest").get_by_text("오정민 님이").wait_for()
    assert "2판을 저장했습니다." in notice(page, "newest").inner_text()
    changes = notice(page, "newest").get_by_role("link", name="바뀐 것 보기")
    assert changes.get_attribute("href").endswith(f"/{article.pk}/compare/?from=1&to=newest")
    notice(page, "others").get_by_text("오정민 님이").wait_for()


def test_tab_that_is_taken_over_keeps_its_text_and_is_read_only_until_it_takes_back(at_work):
    han = at_work("기자", last_name="한", first_name="서윤")
    desk = at_work("데스크", last_name="오", first_name="정민")
    article = begun(han.user)
    page, theirs = han.open(article), desk.open(article)
    for one in (page, theirs):
        one.on("dialog", lambda dialog: dialog.accept())
    notice(theirs, "others").get_by_role("button", name="이어받기").click()
    theirs.wait_for_timeout(300)
    title(page).fill("빼앗기기 직전의 제목")
    notice(page, "takeover").get_by_text("오정민 님이 이 기사를 이어받았습니다.").wait_for()
    assert title(page).is_editable() is False
    assert page.locator("[data-save]").is_disabled()
    assert notice(page, "others").get_by_role("button").count() == 0
    assert Revision.objects.autosaves().get().content["title"] == "빼앗기기 직전의 제목"

    notice(page, "takeover").get_by_role("button", name="다시 가져오기").click()
    notice(page, "takeover").wait_for(state="detached")
    assert title(page).is_editable()
    title(page).fill("되찾아 고친 제목")
    save(page)
    assert newest(article).content["title"] == "되찾아 고친 제목"
    assert set(OpenTab.objects.values_list("person", "taken_over_by")) >= {(desk.user.pk, han.user.pk)}


def test_button_of_a_verb_saves_what_was_typed_first(at_work, section):
    han = at_work("기자")
    article = begun(han.user, section=section.pk)
    page = han.open(article)
    title(page).fill("송고 직전에 고친 제목")
    page.get_by_role("button", name="송고", exact=True).click()
    page.wait_for_url("**/do/submit/")
    assert newest(article).content["title"] == "송고 직전에 고친 제목"


def test_preview_shows_what_is_typed_and_saves_no_version(at_work, section):
    han = at_work("기자")
    article = begun(han.user, section=section.pk)
    page = han.open(article)
    title(page).fill("아직 저장하지 않은 제목")
    with han.context.expect_page() as opened:
        page.get_by_role("button", name="미리보기").click()
    window = opened.value
    window.wait_for_url("**/preview/**")
    frame = window.frame_locator("iframe")
    assert frame.locator("h1").first.inner_text() == "아직 저장하지 않은 제목"
    assert newest(article).number == 1


def test_names_are_added_moved_and_removed_by_keys(at_work):
    han = at_work("기자")
    make_reporter(name="한서윤", title="취재팀장")
    page = han.open()
    title(page).fill("제목")
    page.locator("#id_bylines-0-name").fill("첫째")
    page.locator("[data-row=add]").focus()
    page.keyboard.press("Enter")
    page.locator("#id_bylines-1-name").fill("둘째")
    page.locator("[data-row=up]").last.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.dataset.row") == "up"
    page.locator("[data-row=add]").press("Enter")
    page.keyboard.press("Enter")  # opens the choice of the new row
    page.keyboard.type("한서윤")
    page.locator(".select2-results__option", has_text="한서윤").wait_for()
    page.keyboard.press("Enter")
    save(page)
    named = [line["name"] or line["title"] for line in newest(Article.objects.get()).content["bylines"]]
    assert named == ["둘째", "첫째", "취재팀장"]
    page.locator("[data-row=remove]").first.press("Enter")
    save(page)
    assert [line["name"] for line in newest(Article.objects.get()).content["bylines"]] == ["첫째", ""]


def test_enter_in_a_line_neither_saves_nor_breaks_the_title(at_work):
    han = at_work("기자")
    page = han.open()
    title(page).click()
    page.keyboard.type("제목")
    page.keyboard.press("Enter")
    page.keyboard.type("부제")
    page.locator("#id_ai_note").press("Enter")
    page.wait_for_timeout(300)
    assert (title(page).input_value(), page.locator("#id_subtitle").input_value()) == ("제목", "부제")
    assert Revision.objects.saved().count() == 0


@pytest.mark.parametrize("answers", [400, 413])
def test_text_that_is_too_long_is_said_to_be_so_and_stays(at_work, answers):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    letters = {413: "가" * 450_000, 400: "가" * 1_000_000}[answers]
    page.evaluate("text => CKEDITOR.instances.id_body.setData('<p>' + text + '</p>')", letters)
    title(page).fill("긴 글")
    wait_for_status(page, "너무")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(500)
    assert title(page).input_value() == "긴 글"


def test_another_articles_tab_and_an_open_one_do_not_mix(at_work):
    han = at_work("기자")
    one, two = begun(han.user, title="하나"), begun(han.user, title="둘")
    pages = [han.open(one), han.open_again(two)]
    for page, text in zip(pages, ("첫 글", "다음 글"), strict=True):
        title(page).fill(text)
        wait_for_status(page, KEPT)
    kept = {autosave.article: autosave.content["title"] for autosave in Revision.objects.autosaves()}
    assert kept == {one: "첫 글", two: "다음 글"}
    assert all(isinstance(autosave.tab, uuid.UUID) for autosave in Revision.objects.autosaves())


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/articles/", "/admin/articles/article/", "/admin/articles/photo/"]
)
def test_copy_goes_with_whoever_signs_out_from_any_page_of_the_newsroom(at_work, address):
    han = at_work("기자")
    leave_copy(han, begun(han.user))
    page = han.page
    page.goto(address)
    assert len(copies(page)) == 1
    page.evaluate("document.getElementById('logout-form').requestSubmit()")
    page.wait_for_url(f"{han.site}/")
    assert copies(page) == []


def test_leaving_at_once_is_no_second_window_and_its_text_is_offered_once(at_work):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    title(page).fill("서둘러 떠나며 쓴 제목")
    page.goto("/admin/")
    for _ in range(100):
        if Revision.objects.autosaves().exists():
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(300)
    page = han.open(article)
    assert notice(page, "others").count() == 0
    page.get_by_role("link", name="이어서 쓰기").click()
    page = ready(page)
    assert copies(page) == []
    save(page)
    assert notice(page, "copy").count() == 0
    assert newest(article).content["title"] == "서둘러 떠나며 쓴 제목"


def test_what_was_typed_is_whole_in_the_autosave_though_the_window_was_taken_over_meanwhile(at_work, section):
    han = at_work("기자")
    article = begun(han.user)
    page = han.open(article)
    page.locator("#id_section").select_option(label="인터뷰")
    page.locator("#id_no_caption").check(force=True)
    other = han.open_again(article)
    other.on("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="이어받기").click()
    page.bring_to_front()
    notice(page, "takeover").wait_for()
    page.wait_for_timeout(500)
    kept = Revision.objects.autosaves().filter(author=han.user).order_by("pk").first().content
    assert (kept["section"], kept["no_caption"]) == (section.pk, True)
