package vn.binhquyen;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

class ModularityTests {
    private final ApplicationModules rooms = ApplicationModules.of(Application.class);

    @Test
    void every_room_uses_only_what_it_says_it_may_use() {
        rooms.verify();
    }

    /** A stream of rows holds its connection until it is closed; ten that nobody closes, and nothing is answered any more. */
    @Test
    void no_rows_are_left_as_a_stream() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(new ClassFileImporter().importPackages("vn.binhquyen"));
    }

    @Test
    void the_diagrams_in_the_documentation_show_the_rooms_as_they_are() {
        new Documenter(
                        rooms,
                        Options.defaults().withOutputFolder("docs/architecture").withoutClean())
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeIndividualModulesAsPlantUml(DiagramOptions.defaults());
    }
}
