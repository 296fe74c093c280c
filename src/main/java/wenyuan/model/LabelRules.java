package wenyuan.model;

/** Triggers of meeting types, kinds, levels, speakers, themes and secrecy markings. */
public record LabelRules() {}
