package vn.binhquyen.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Drafts;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.Reviews;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Progress;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

/** Items made from words of the document, put together and taken apart. */
@IntegrationTest
class ShapingTest {
    private static final Pattern STEP = Pattern.compile("/steps/([0-9a-f-]{36})/undo");

    @Autowired
    MockMvc web;

    @Autowired
    Provinces provinces;

    @Autowired
    CurrentActor current;

    @Autowired
    Readings readings;

    @Autowired
    Drafts drafts;

    @Autowired
    Reviews reviews;

    @Autowired
    Plans plans;

    @Autowired
    AuditLog audit;

    private final JsonMapper json = new JsonMapper();
    private Commune commune;
    private Actor thu;
    private PlanId plan;
    private DocumentText text;

    @BeforeEach
    void a_document_was_handed_in() {
        commune = provinces.found().commune();
        thu = commune.standingOfficer();
        byte[] document = """
            ỦY BAN NHÂN DÂN
            XÃ THƯỢNG SƠN
            KẾ HOẠCH
            Thực hiện công tác bình đẳng giới năm 2026

            I. MỤC TIÊU
            1. Mục tiêu 1: Trong lĩnh vực kinh tế
            - Chỉ tiêu 1: Ít nhất 40% lao động nữ có việc làm ổn định; 25% hộ nghèo do nữ làm chủ được vay vốn.
            - Chỉ tiêu 2: Trên 30% nữ thanh niên được học nghề.
            Năm 2026 xã còn phấn đấu có từ 60% trở lên phụ nữ sau sinh được thăm khám tại nhà.

            II. NHIỆM VỤ VÀ GIẢI PHÁP
            1. Công tác tuyên truyền
            - Phát tin bài trên loa truyền thanh của thôn.
            - Treo pa nô ở trung tâm xã.

            III. TỔ CHỨC THỰC HIỆN
            1. Phòng Văn hóa – Xã hội
            - Chủ trì triển khai Kế hoạch, nhắc Quyết định số 45/QĐ-UBND ngày 02/3/2026 của UBND xã Thượng Sơn.
            2. Công an xã
            - Nắm tình hình bạo lực gia đình. Báo cáo đột xuất khi có vụ việc, sơ bộ trước ngày 20/6/2026.
            - Phối hợp với Tổ hòa giải thôn Bản Chang trực ban ngày lễ.

            Nơi nhận:
            - Đảng ủy xã (b/c);
            - Lưu: VT.
            """.getBytes(StandardCharsets.UTF_8);
        NewReading reading = new NewReading(commune.unit(), "ke-hoach.txt", document, false);
        plan = current.as(thu, () -> switch (readings.handIn(thu, reading, Locale.of("vi"))) {
            case Readings.Outcome.Begun begun -> begun.plan();
            case Readings.Outcome.Declined declined -> throw new AssertionError(declined.sentence());
        });
        text = current.as(thu, () -> readings.of(thu, plan)).orElseThrow().text();
    }

    private PlanContent saved() {
        return current.as(thu, () -> plans.draft(thu, plan)).content();
    }

    private MockHttpServletRequestBuilder byScript(String rest, Actor actor) {
        return post("/plans/" + plan + "/draft" + rest)
                .with(user(new SignedIn(actor)))
                .with(csrf())
                .header("HX-Request", "true");
    }

    /** The place of words as the page sends it. */
    private String place(String words) {
        for (DocumentText.Line line : text.lines()) {
            int at = line.text().indexOf(words);
            if (at >= 0) {
                return "%1$d:%2$d-%1$d:%3$d".formatted(line.number(), at + 1, at + 1 + words.length());
            }
        }
        throw new AssertionError(words);
    }

    private ResultActions make(String list, String words) throws Exception {
        return web.perform(byScript("/words", thu).param("as", list).param("place", place(words)));
    }

    private String words(PlanItem item) {
        PlanItem.At at = Objects.requireNonNull(item.at());
        return text.at(new Place(at.line(), at.column(), at.length()));
    }

    private void undo(ResultActions step) throws Exception {
        Matcher link = STEP.matcher(step.andReturn().getResponse().getContentAsString());
        assertThat(link.find()).isTrue();
        web.perform(byScript("/steps/" + link.group(1) + "/undo", thu).param("section", "goals"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/steps/"))));
    }

    private PlanItem.Indicator first() {
        return saved().indicators().getFirst();
    }

    private ResultActions split(PlanItem item, String words, int point) throws Exception {
        return web.perform(byScript("/items/" + item.id() + "/split", thu)
                .param("base", json.writeValueAsString(ItemFields.of(item)))
                .param("text", words)
                .param("point", String.valueOf(point)));
    }

    @Test
    void the_page_says_where_every_line_stands_so_that_words_can_be_chosen() throws Exception {
        int line = Integer.parseInt(place("I. MỤC TIÊU").split(":")[0]);
        web.perform(get("/plans/" + plan + "/draft").with(user(new SignedIn(thu))))
                .andExpect(content().string(containsString("data-l=\"" + line + "\"")))
                .andExpect(content().string(containsString("data-make=\"indicators\"")));
    }

    @Test
    void words_become_an_indicator_with_its_targets_under_the_objective_they_stand_in() throws Exception {
        List<PlanItem.Indicator> before = saved().indicators();
        make("indicators", "từ 60% trở lên phụ nữ sau sinh được thăm khám tại nhà")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã thêm chỉ tiêu")));
        PlanItem.Indicator made = saved().objectives().getFirst().indicators().stream()
                .filter(indicator -> !before.contains(indicator))
                .findFirst()
                .orElseThrow();
        assertThat(words(made)).isEqualTo("từ 60% trở lên phụ nữ sau sinh được thăm khám tại nhà");
        PlanItem.Target target = made.targets().getFirst();
        assertThat(target.value()).isEqualByComparingTo("60");
        assertThat(target.comparator()).isEqualTo(Comparator.AT_LEAST);
        assertThat(words(target)).isEqualTo("60%");
        assertThat(audit.historyOf(thu.province(), "plan", plan))
                .extracting(AuditLog.Entry::action)
                .contains("item-made-from-words");
    }

    @Test
    void words_under_an_agency_become_its_task_and_those_they_name_take_part() throws Exception {
        make("tasks", "Phối hợp với Tổ hòa giải thôn Bản Chang trực ban ngày lễ")
                .andExpect(status().isOk());
        PlanItem.Task made = saved().tasks().stream()
                .filter(task -> task.text().endsWith("trực ban ngày lễ"))
                .findFirst()
                .orElseThrow();
        assertThat(made.group()).isNull();
        assertThat(Stream.concat(Stream.ofNullable(made.lead()), made.coordinating().stream())
                        .map(id -> saved().party(id).orElseThrow().name()))
                .contains("Công an xã");
    }

    @Test
    void words_in_a_group_of_tasks_become_a_task_of_the_group() throws Exception {
        make("tasks", "Treo pa nô").andExpect(status().isOk());
        PlanItem.Task made = saved().tasks().stream()
                .filter(task -> task.text().equals("Treo pa nô"))
                .findFirst()
                .orElseThrow();
        assertThat(made.group()).isEqualTo(saved().taskGroups().getFirst().id());
    }

    @Test
    void a_date_a_name_and_a_citation_become_what_they_are_said_to_be() throws Exception {
        make("reportingDuties", "trước ngày 20/6/2026").andExpect(status().isOk());
        make("parties", "Tổ hòa giải thôn Bản Chang").andExpect(status().isOk());
        make("legalBases", "Quyết định số 45/QĐ-UBND ngày 02/3/2026 của UBND xã Thượng Sơn")
                .andExpect(status().isOk());
        assertThat(saved().reportingDuties())
                .anyMatch(duty -> String.valueOf(duty.dueOn()).equals("2026-06-20"));
        assertThat(saved().parties()).extracting(PlanItem.Party::name).contains("Tổ hòa giải thôn Bản Chang");
        assertThat(saved().legalBases()).extracting(PlanItem.LegalBasis::number).contains("45/QĐ-UBND");
    }

    @Test
    void what_was_made_can_be_undone_unless_somebody_went_on_with_it() throws Exception {
        PlanContent before = saved();
        ResultActions made = make("parties", "Tổ hòa giải thôn Bản Chang");
        undo(made);
        assertThat(saved()).isEqualTo(before);

        ResultActions again = make("parties", "Tổ hòa giải thôn Bản Chang");
        PlanItem.Party party = saved().parties().stream()
                .filter(one -> one.name().startsWith("Tổ hòa giải"))
                .findFirst()
                .orElseThrow();
        Map<String, String> base = ItemFields.of(party);
        Map<String, String> mine = new HashMap<>(base);
        mine.put("request", "true");
        current.as(
                thu, () -> drafts.save(thu, plan, new Drafts.Change(ItemList.PARTIES, null, party.id(), base, mine)));
        Matcher link = STEP.matcher(again.andReturn().getResponse().getContentAsString());
        assertThat(link.find()).isTrue();
        web.perform(byScript("/steps/" + link.group(1) + "/undo", thu))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Có người vừa sửa mục này")));
        assertThat(saved().party(party.id())).isPresent();
    }

    @Test
    void words_that_cite_nothing_are_no_basis_and_nothing_is_saved() throws Exception {
        PlanContent before = saved();
        make("legalBases", "Treo pa nô")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("không nêu văn bản nào")));
        web.perform(byScript("/words", thu).param("as", "tasks").param("place", "900:1-900:5"))
                .andExpect(status().isUnprocessableContent());
        assertThat(saved()).isEqualTo(before);
    }

    @Test
    void who_may_not_write_the_plan_makes_nothing_of_its_words() throws Exception {
        PlanContent before = saved();
        web.perform(byScript("/words", commune.policeOfficer())
                        .param("as", "parties")
                        .param("place", place("Tổ hòa giải thôn Bản Chang")))
                .andExpect(status().isForbidden());
        assertThat(saved()).isEqualTo(before);
    }

    @Test
    void an_indicator_is_taken_apart_and_each_target_goes_with_its_words() throws Exception {
        PlanContent before = saved();
        PlanItem.Indicator whole = first();
        assertThat(whole.targets()).hasSize(2);
        ResultActions step =
                split(whole, whole.text(), whole.text().indexOf("25%")).andExpect(status().isOk());
        PlanItem.Indicator upper = saved().indicators().get(0);
        PlanItem.Indicator lower = saved().indicators().get(1);
        assertThat(upper.id()).isEqualTo(whole.id());
        assertThat(upper.targets())
                .extracting(PlanItem.Target::id)
                .containsExactly(whole.targets().get(0).id());
        assertThat(lower.targets())
                .extracting(PlanItem.Target::id)
                .containsExactly(whole.targets().get(1).id());
        assertThat(lower.text()).startsWith("25%");
        assertThat(words(lower)).startsWith("25%");
        assertThat(words(upper)).endsWith("ổn định;");
        undo(step);
        assertThat(saved()).isEqualTo(before);
    }

    @Test
    void two_indicators_become_one_that_holds_the_targets_of_both() throws Exception {
        PlanContent before = saved();
        ResultActions step = web.perform(byScript("/items/" + first().id() + "/merge", thu))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã gộp hai mục")));
        assertThat(saved().indicators()).hasSize(before.indicators().size() - 1);
        assertThat(first().targets()).hasSize(3);
        assertThat(first().text()).contains("việc làm ổn định").contains("học nghề");
        assertThat(first().targets().getLast().what()).contains("học nghề");
        undo(step);
        assertThat(saved()).isEqualTo(before);
    }

    @Test
    void tasks_of_one_group_become_one_and_the_last_has_nothing_below() throws Exception {
        UUID group = saved().taskGroups().getFirst().id();
        List<PlanItem.Task> tasks = saved().tasksOfGroup(group);
        web.perform(byScript("/items/" + tasks.getFirst().id() + "/merge", thu)).andExpect(status().isOk());
        assertThat(saved().tasksOfGroup(group)).hasSize(tasks.size() - 1);
        assertThat(words(saved().tasksOfGroup(group).getFirst()))
                .contains("Phát tin bài")
                .contains("Treo pa nô");
        web.perform(byScript("/items/" + saved().tasksOfGroup(group).getLast().id() + "/merge", thu))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_text_that_somebody_changed_meanwhile_is_not_taken_apart() throws Exception {
        PlanItem.Indicator whole = first();
        Map<String, String> base = ItemFields.of(whole);
        Map<String, String> theirs = new HashMap<>(base);
        theirs.put("text", "Lời của người khác.");
        current.as(
                thu,
                () -> drafts.save(thu, plan, new Drafts.Change(ItemList.INDICATORS, null, whole.id(), base, theirs)));
        split(whole, whole.text(), 20).andExpect(status().isUnprocessableContent());
        assertThat(first().text()).isEqualTo("Lời của người khác.");
    }

    @Test
    void nothing_is_cut_off_at_an_end() throws Exception {
        PlanItem.Indicator whole = first();
        split(whole, whole.text(), 0).andExpect(status().isUnprocessableContent());
        split(whole, whole.text(), whole.text().length()).andExpect(status().isUnprocessableContent());
        assertThat(first()).isEqualTo(whole);
    }

    @Test
    void without_scripts_a_text_is_taken_apart_at_an_offered_point() throws Exception {
        PlanItem.Indicator whole = first();
        int point = whole.text().indexOf("25%");
        web.perform(get("/plans/" + plan + "/draft?section=goals&item=" + whole.id())
                        .with(user(new SignedIn(thu))))
                .andExpect(content().string(containsString("<option value=\"" + point + "\"")));
        web.perform(post("/plans/" + plan + "/draft/items/" + whole.id() + "/split")
                        .with(user(new SignedIn(thu)))
                        .with(csrf())
                        .param("base", json.writeValueAsString(ItemFields.of(whole)))
                        .param("text", whole.text())
                        .param("point", String.valueOf(point)))
                .andExpect(status().is3xxRedirection());
        assertThat(saved().indicators().get(1).text()).startsWith("25%");
    }

    @Test
    void all_certain_facts_are_accepted_at_once_and_count_as_looked_at() throws Exception {
        Progress before = progress();
        assertThat(before.certain()).isNotEmpty();
        assertThat(before.seen()).isEmpty();
        web.perform(byScript("/acceptance", thu).param("section", "goals"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã xem " + before.sure() + "/" + before.all())));
        assertThat(progress().seen()).isEqualTo(before.certain());
        assertThat(progress().certain()).isEmpty();
        assertThat(saved().tasks())
                .extracting(PlanItem.Task::id)
                .noneMatch(progress().seen()::contains);
    }

    @Test
    void what_somebody_looked_at_is_to_be_looked_at_again_when_it_changes() throws Exception {
        PlanItem.Indicator indicator = first();
        web.perform(byScript("/items/" + indicator.id() + "/seen", thu).param("seen", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã xem 1/")));
        assertThat(progress().seen()).containsExactly(indicator.id());
        current.as(thu, () -> {
            var draft = plans.draft(thu, plan);
            return plans.edit(
                    thu,
                    plan,
                    draft.version(),
                    List.of(new PlanEdit.SetField(indicator.targets().getFirst().id(), "value", "41")));
        });
        assertThat(progress().seen()).isEmpty();
    }

    @Test
    void who_writes_an_item_has_looked_at_it() throws Exception {
        PlanItem.Task task = saved().tasks().getFirst();
        Map<String, String> base = ItemFields.of(task);
        Map<String, String> mine = new HashMap<>(base);
        mine.put("text", "Lời của mình.");
        current.as(thu, () -> drafts.save(thu, plan, new Drafts.Change(ItemList.TASKS, null, task.id(), base, mine)));
        assertThat(progress().seen()).containsExactly(task.id());
    }

    @Test
    void who_may_not_write_the_plan_accepts_nothing() throws Exception {
        web.perform(byScript("/acceptance", commune.policeOfficer())).andExpect(status().isForbidden());
        assertThat(progress().seen()).isEmpty();
    }

    private Progress progress() {
        return current.as(thu, () -> {
            var draft = plans.draft(thu, plan);
            var reading = readings.of(thu, plan).orElseThrow();
            return reviews.progress(thu, draft, reading, readings.doubts(thu, draft, reading, Locale.of("vi")));
        });
    }
}
