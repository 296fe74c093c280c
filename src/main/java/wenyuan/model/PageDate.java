package wenyuan.model;

import java.time.LocalDate;

/**
 * When a site says that it published the page. Never the year of the meeting.
 *
 * @param date the site's date
 * @param evidence where the page says so
 */
public record PageDate(LocalDate date, Evidence evidence) {}
