package wenyuan.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import wenyuan.model.Block;
import wenyuan.model.Dating;
import wenyuan.model.Fate;
import wenyuan.model.Heading;
import wenyuan.model.Place;
import wenyuan.model.Slot;
import wenyuan.model.Span;

/**
 * Values of the model in the JSON columns. The names of types are written here and not taken from the classes, so that a
 * class can be renamed; small things that come by the hundred are arrays. A list that older rows lack is empty.
 */
final class Json {
    static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> STRING_MAP = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Span.class, AsArray.class)
            .addMixIn(Block.class, AsArray.class)
            .addMixIn(Heading.class, AsArray.class)
            .addMixIn(Slot.class, AsArray.class)
            .addMixIn(Dating.class, DatingNames.class)
            .addMixIn(Place.class, PlaceNames.class)
            .addMixIn(Fate.class, FateNames.class)
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass() + " as JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw damaged(type.getSimpleName(), e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw damaged(type.getType().getTypeName(), e);
        }
    }

    private static StoreException damaged(String type, JsonProcessingException e) {
        return new StoreException(StoreException.Kind.OTHER, "The catalogue holds a value that is no " + type, e);
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Dating.Known.class, name = "known"),
        @JsonSubTypes.Type(value = Dating.Inferred.class, name = "inferred"),
        @JsonSubTypes.Type(value = Dating.Disputed.class, name = "disputed"),
        @JsonSubTypes.Type(value = Dating.PageOnly.class, name = "pageOnly"),
        @JsonSubTypes.Type(value = Dating.Unknown.class, name = "unknown")
    })
    private interface DatingNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Place.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Place.PageZone.class, name = "zone"),
        @JsonSubTypes.Type(value = Place.FileName.class, name = "fileName")
    })
    private interface PlaceNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fate.Stored.class, name = "stored"),
        @JsonSubTypes.Type(value = Fate.Unchanged.class, name = "unchanged"),
        @JsonSubTypes.Type(value = Fate.Duplicate.class, name = "duplicate"),
        @JsonSubTypes.Type(value = Fate.Split.class, name = "split"),
        @JsonSubTypes.Type(value = Fate.Held.class, name = "held"),
        @JsonSubTypes.Type(value = Fate.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Fate.Skipped.class, name = "skipped")
    })
    private interface FateNames {}
}
