package wenyuan.model;

/**
 * One value of a closed list that {@code index-config} defines: a meeting type, a theme, a kind, a level, a status.
 *
 * @param id stable id, for example {@code MT16}
 * @param name the name people read, for example 座谈会
 */
public record Label(String id, String name) {}
