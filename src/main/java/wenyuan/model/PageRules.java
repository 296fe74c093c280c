package wenyuan.model;

/** Rules for the zones, repairs and placeholders of dirty texts; read from {@code pages.yaml} and {@code repairs.yaml}. */
public record PageRules() {}
