package wenyuan.model;

/** Anniversaries, congresses, campaigns, plans and first uses of terms; read from {@code chronology.yaml}. */
public record Chronology() {}
