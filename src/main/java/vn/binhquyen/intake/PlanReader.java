package vn.binhquyen.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.extract.PlanExtractor;
import vn.binhquyen.intake.text.CannotRead;
import vn.binhquyen.intake.text.FileKind;
import vn.binhquyen.intake.text.TextReaders;

/** The door of this room: reads a document of any supported kind into a plan. Needs no database and no web. */
public final class PlanReader {

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
        return new Reading.Plan(plan.withFindings(checks.check(plan, text, locale)), text);
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
