package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanReaderProperties {

    @Property(tries = 40)
    void extra_blank_lines_change_no_fact(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var loose = new StringBuilder();
        for (String line : Samples.text(Samples.PROVINCE).split("\n", -1)) {
            loose.append(line).append('\n');
            if (line.isBlank() && random.nextInt(4) == 0) {
                loose.append("\n".repeat(1 + random.nextInt(3)));
            }
        }

        assertThat(Samples.facts(Samples.plan(loose.toString()).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.PROVINCE).plan()));
    }

    @Property(tries = 40)
    void a_sentence_broken_by_a_page_is_made_whole_again(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var broken = new StringBuilder();
        for (String line : Samples.text(Samples.COMMUNE).split("\n", -1)) {
            int cut = line.startsWith("- ") && line.length() > 60 ? breakBefore(line, 30 + random.nextInt(20)) : -1;
            broken.append(
                            cut > 0 && random.nextBoolean()
                                    ? line.substring(0, cut) + "\n\n" + line.substring(cut + 1)
                                    : line)
                    .append('\n');
        }

        assertThat(Samples.facts(Samples.plan(broken.toString()).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    /** Position of a space before a word in lower case, where a page may break without looking like a new paragraph. */
    private static int breakBefore(String line, int from) {
        for (int i = from; i + 1 < line.length(); i++) {
            boolean plain = line.charAt(i) == ' '
                    && Character.isLowerCase(line.charAt(i + 1))
                    && line.charAt(i - 1) != ':'
                    && line.charAt(i - 1) != ';'
                    && line.charAt(i - 1) != '.';
            if (plain) {
                return i;
            }
        }
        return -1;
    }

    @Property(tries = 300)
    void whatever_is_thrown_at_it_is_read_or_refused_and_every_place_lies_in_the_text(
            @ForAll("documents") String document) {
        byte[] content = document.getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("a.md", "a.txt")) {
            if (new PlanReader().read(name, content, Samples.VIETNAMESE) instanceof Reading.Plan read) {
                places(read.plan())
                        .forEach(place -> assertThat(read.text().at(place)).hasSize(place.length()));
            }
        }
    }

    private static List<Place> places(ReadPlan plan) {
        var places = new ArrayList<>(plan.places().values());
        plan.objectives().forEach(o -> o.indicators().forEach(i -> i.measures().forEach(m -> add(places, m.at()))));
        plan.taskGroups().forEach(g -> g.tasks().forEach(t -> add(places, t.at())));
        plan.assignments().forEach(a -> {
            add(places, a.at());
            a.tasks().forEach(t -> add(places, t.at()));
        });
        plan.reporting().forEach(r -> add(places, r.at()));
        plan.events().forEach(e -> add(places, e.at()));
        plan.recipients().forEach(r -> add(places, r.at()));
        plan.findings().forEach(f -> add(places, f.at()));
        return places;
    }

    private static void add(List<Place> places, @org.jspecify.annotations.Nullable Place place) {
        if (place != null) {
            places.add(place);
        }
    }

    @Provide
    Arbitrary<String> documents() {
        var lines = Arbitraries.of(
                "**KẾ HOẠCH**",
                "KẾ HOẠCH",
                "**Về công tác bình đẳng giới năm 2026**",
                "Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021;",
                "",
                "I. MỤC TIÊU",
                "**II. NHIỆM VỤ**",
                "## III. TỔ CHỨC THỰC HIỆN",
                "**Mục tiêu 1: Về chính trị**",
                "- Chỉ tiêu 1: Đạt 60%",
                "1. Công an xã",
                "2. Đề nghị Hội Phụ nữ: Tuyên truyền.",
                "a) Chủ trì, phối hợp với Trạm Y tế",
                "- ",
                "-",
                "**",
                "+ báo cáo trước ngày 10/6/2026",
                "từ ngày 15/11 đến ngày 15/12/2026",
                "Nơi nhận:",
                "- Lưu: VT.",
                "TM. ỦY BAN NHÂN DÂN\tCHỦ TỊCH",
                "Nguyễn Văn Bình",
                "| a | b |",
                "đ) Tỷ số giới tính khi sinh 110/100",
                "giảm từ 5% xuống 6%",
                "Số: /KH-UBND",
                "Minh Hà, ngày tháng năm 2026",
                "IV.",
                "1.",
                "___",
                "./.");
        return lines.list().ofMaxSize(30).map(all -> String.join("\n", all));
    }
}
