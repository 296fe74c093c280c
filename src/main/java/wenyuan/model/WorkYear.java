package wenyuan.model;

import java.util.List;

/**
 * The year whose work a document sums up, which often is not the year of the meeting.
 *
 * @param year Gregorian year
 * @param evidence the reasons, strongest first
 */
public record WorkYear(int year, List<Evidence> evidence) {
    public WorkYear {
        evidence = List.copyOf(evidence);
    }
}
