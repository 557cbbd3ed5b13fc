package vn.binhquyen.intake.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnowledgeTest {

    private final Knowledge shipped = Knowledge.shipped();

    @Test
    void at_least_forty_documents_are_known_each_with_its_source() {
        assertThat(shipped.documents()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(document -> {
            assertThat(document.source()).as(document.number()).isNotBlank();
            assertThat(document.title()).as(document.number()).isNotBlank();
        });
    }

    @Test
    void what_is_confirmed_has_its_date() {
        assertThat(shipped.documents())
                .filteredOn(LegalDocument::confirmed)
                .allSatisfy(document ->
                        assertThat(document.issuedOn()).as(document.number()).isNotNull());
    }

    @Test
    void what_took_the_place_of_a_document_is_in_the_register_too() {
        assertThat(shipped.documents())
                .filteredOn(document -> document.replacedBy() != null)
                .allSatisfy(old -> assertThat(shipped.documents())
                        .extracting(LegalDocument::cited)
                        .contains(old.replacedBy()));
    }

    @Test
    void no_document_ends_before_it_begins() {
        assertThat(shipped.documents())
                .filteredOn(document -> document.lastDay() != null && document.issuedOn() != null)
                .allSatisfy(document ->
                        assertThat(document.lastDay()).as(document.number()).isAfterOrEqualTo(document.issuedOn()));
    }
}
