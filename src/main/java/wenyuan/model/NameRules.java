package wenyuan.model;

import java.util.List;

/**
 * How the names of places and organisations are told; each rule of the first and third list has a group {@code name}.
 *
 * @param places what names a place
 * @param notPlaces what is no place although a rule of {@code places} matches
 * @param organisations what names an organisation
 * @param notOrganisations what is none
 */
public record NameRules(
        List<Rule> places, List<Rule> notPlaces, List<Rule> organisations, List<Rule> notOrganisations) {
    public NameRules {
        places = List.copyOf(places);
        notPlaces = List.copyOf(notPlaces);
        organisations = List.copyOf(organisations);
        notOrganisations = List.copyOf(notOrganisations);
    }
}
