package vn.binhquyen.plan;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;

/** The content of a plan as it is kept in the database: ids, dates and comparators as plain text. */
final class ContentJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(AgencyId.class, new ToStringSerializer(AgencyId.class))
                    .addDeserializer(AgencyId.class, new FromText<>(AgencyId.class, AgencyId::of))
                    .addSerializer(PlanId.class, new ToStringSerializer(PlanId.class))
                    .addDeserializer(PlanId.class, new FromText<>(PlanId.class, PlanId::of))
                    .addSerializer(PartialDate.class, new ToStringSerializer(PartialDate.class))
                    .addDeserializer(PartialDate.class, new FromText<>(PartialDate.class, PartialDate::parse))
                    .addSerializer(Comparator.class, new ToStringSerializer(Comparator.class))
                    .addDeserializer(Comparator.class, new FromText<>(Comparator.class, Comparator::of)))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int MEGABYTES_OF_TEXT = 16;

    /** What the texts say that were read last: most pages show a plan, and hardly any change one. */
    private static final LoadingCache<String, PlanContent> READ_LAST = Caffeine.newBuilder()
            .maximumWeight(MEGABYTES_OF_TEXT << 20)
            .weigher((String json, PlanContent content) -> json.length())
            .build(json -> MAPPER.readValue(json, PlanContent.class));

    private ContentJson() {}

    static String write(PlanContent content) {
        return MAPPER.writeValueAsString(content);
    }

    /** @throws JacksonException where the text is no content of a plan */
    static PlanContent read(String json) {
        return READ_LAST.get(json);
    }

    static ObjectNode tree(Object value) {
        return (ObjectNode) MAPPER.<tools.jackson.databind.JsonNode>valueToTree(value);
    }

    /** @throws JacksonException where the tree is no content of a plan */
    static PlanContent content(ObjectNode tree) {
        return MAPPER.treeToValue(tree, PlanContent.class);
    }

    /** Reads a value from the text that its {@code toString} writes. */
    private static final class FromText<T> extends ValueDeserializer<T> {
        private final Class<T> type;
        private final java.util.function.Function<String, T> parse;

        FromText(Class<T> type, java.util.function.Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, type, e.getMessage());
            }
        }
    }
}
