package vn.binhquyen.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.extract.PlanExtractor;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.text.CannotRead;
import vn.binhquyen.intake.text.FileKind;
import vn.binhquyen.intake.text.TextReaders;

/** The door of this room: reads a document of any supported kind into a plan. Needs no database and no web. */
public final class PlanReader {

    private static final String FEW_WORDS = """
        ỦY BAN NHÂN DÂN
        XÃ NÀ LÂM
        Số: 1/KH-UBND
        Nà Lâm, ngày 5 tháng 1 năm 2026
        KẾ HOẠCH
        Thực hiện công tác bình đẳng giới năm 2026
        Căn cứ Quyết định số 2/QĐ-UBND ngày 4/1/2026 của Ủy ban nhân dân tỉnh Minh Hà;
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Nâng cao nhận thức.
        II. MỤC TIÊU
        1. Mục tiêu 1: Trong chính trị
        - Chỉ tiêu 1: Đến năm 2030 đạt ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ.
        III. NHIỆM VỤ
        1. Tuyên truyền
        - Tổ chức Tháng hành động từ ngày 15/11 đến ngày 15/12.
        IV. KINH PHÍ
        Ngân sách nhà nước.
        V. TỔ CHỨC THỰC HIỆN
        1. Công an xã: chủ trì, phối hợp với Trạm Y tế xã thực hiện chỉ tiêu 1.
        2. Báo cáo Ủy ban nhân dân xã trước ngày 10/12/2026.
        Nơi nhận:
        - Công an xã;
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Nguyễn Văn A
        """;

    private final PlanExtractor extractor = new PlanExtractor();
    private final PlanChecks checks = new PlanChecks();

    /** @param locale language of refusals and findings: Vietnamese, or English for any other */
    public Reading read(String fileName, byte[] content, Locale locale) {
        var messages = new IntakeMessages(locale);
        DocumentText text;
        try {
            text = TextReaders.read(fileName, content);
        } catch (CannotRead e) {
            FileKind kind = e.kind();
            String key = "refused." + e.reason().name();
            String sentence = kind == null
                    ? messages.say(key, fileName)
                    : messages.say(key + ".kind", fileName, messages.say("kind." + kind.name()));
            return new Reading.Refused(fileName, e.reason(), sentence);
        }
        PlanExtractor.Result result = extractor.extract(fileName, text);
        ReadPlan plan = result.plan();
        if (plan == null) {
            KnownDocument other = result.other();
            String sentence = notAPlan(messages, fileName, other, locale);
            return new Reading.Refused(fileName, Reason.NOT_A_PLAN, sentence, other);
        }
        return new Reading.Plan(
                plan.withFindings(
                        checks.check(new InHand(plan, text, result.paragraphs(), Knowledge.shipped(), null), locale)),
                text);
    }

    /**
     * Loads and links what reading and writing a plan need, by reading a few words: for a thread of its own beside the one
     * that still parses the command line.
     */
    public static void prepare() {
        quiet();
        Reading few = new PlanReader().read("words.txt", FEW_WORDS.getBytes(StandardCharsets.UTF_8), Locale.of("vi"));
        PlanJson.writeIndented(((Reading.Plan) few).plan());
    }

    /** Keeps what the libraries remark about a file out of the output; to be called before anything else. */
    public static void quiet() {
        System.setProperty("logback.configurationFile", "intake/quiet-log.xml");
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    }

    /** @throws IOException where the file can't be opened */
    public Reading read(Path file, Locale locale) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > TextReaders.LARGEST) {
            String sentence = new IntakeMessages(locale).say("refused." + Reason.TOO_LARGE.name(), name);
            return new Reading.Refused(name, Reason.TOO_LARGE, sentence);
        }
        return read(name, Files.readAllBytes(file), locale);
    }

    private static String notAPlan(
            IntakeMessages messages, String fileName, @Nullable KnownDocument other, Locale locale) {
        if (other == null) {
            return messages.say("refused.NOT_A_PLAN", fileName);
        }
        DocumentType type = other.documentType();
        String name = locale.getLanguage().equals("vi") ? type.vietnamese() : type.english();
        String number = other.number();
        return number == null
                ? messages.say("refused.NOT_A_PLAN.known", fileName, name)
                : messages.say("refused.NOT_A_PLAN.numbered", fileName, name, number);
    }
}
