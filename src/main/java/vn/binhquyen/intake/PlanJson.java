package vn.binhquyen.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;

/** Writes plans as the JSON that {@code read} prints and reads them back; the keys are stable. */
public final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(PartialDate.class, new DateWriter())
                    .addDeserializer(PartialDate.class, new DateParser())
                    .addSerializer(Comparator.class, new ComparatorWriter())
                    .addDeserializer(Comparator.class, new ComparatorParser()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectWriter INDENTING = MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

    private PlanJson() {}

    public static String write(Object planOrList) {
        return MAPPER.writeValueAsString(paged(planOrList));
    }

    public static String writeIndented(Object planOrList) {
        return INDENTING.writeValueAsString(paged(planOrList));
    }

    /** Tells in each place on which page it begins, where the file has pages. */
    private static Object paged(Object planOrList) {
        if (planOrList instanceof List<?> plans) {
            return plans.stream().map(PlanJson::paged).toList();
        }
        if (planOrList instanceof ReadPlan plan && !plan.source().pages().isEmpty()) {
            JsonNode tree = MAPPER.valueToTree(plan);
            addPages(tree, plan.source().pages());
            return tree;
        }
        return planOrList;
    }

    private static void addPages(JsonNode node, List<Integer> starts) {
        if (node instanceof ObjectNode place && place.has("line") && place.has("column")) {
            int line = place.path("line").asInt();
            place.put("page", starts.stream().filter(start -> start <= line).count());
        }
        node.forEach(child -> addPages(child, starts));
    }

    /** @throws JacksonException where the text is not a plan */
    public static ReadPlan read(String json) {
        return MAPPER.readValue(json, ReadPlan.class);
    }

    /** A reading on its way from one process to another. */
    static String writeReading(Reading reading) {
        return MAPPER.writeValueAsString(
                switch (reading) {
                    case Reading.Plan plan -> new Handed(plan, null);
                    case Reading.Refused refused -> new Handed(null, refused);
                });
    }

    static Reading readReading(String json) {
        Handed handed = MAPPER.readValue(json, Handed.class);
        return handed.plan() != null ? handed.plan() : Objects.requireNonNull(handed.refused());
    }

    private record Handed(Reading.@Nullable Plan plan, Reading.@Nullable Refused refused) {}

    private static final class DateWriter extends StdSerializer<PartialDate> {
        DateWriter() {
            super(PartialDate.class);
        }

        @Override
        public void serialize(PartialDate date, JsonGenerator out, SerializationContext context) {
            out.writeString(date.toString());
        }
    }

    private static final class DateParser extends StdDeserializer<PartialDate> {
        DateParser() {
            super(PartialDate.class);
        }

        @Override
        public PartialDate deserialize(JsonParser in, DeserializationContext context) {
            return PartialDate.parse(in.getString());
        }
    }

    private static final class ComparatorWriter extends StdSerializer<Comparator> {
        ComparatorWriter() {
            super(Comparator.class);
        }

        @Override
        public void serialize(Comparator comparator, JsonGenerator out, SerializationContext context) {
            out.writeString(comparator.symbol());
        }
    }

    private static final class ComparatorParser extends StdDeserializer<Comparator> {
        ComparatorParser() {
            super(Comparator.class);
        }

        @Override
        public Comparator deserialize(JsonParser in, DeserializationContext context) {
            return Comparator.of(in.getString());
        }
    }
}
