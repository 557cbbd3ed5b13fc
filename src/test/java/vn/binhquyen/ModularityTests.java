package vn.binhquyen;

import org.junit.jupiter.api.Test;
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

    @Test
    void the_diagrams_in_the_documentation_show_the_rooms_as_they_are() {
        new Documenter(
                        rooms,
                        Options.defaults().withOutputFolder("docs/architecture").withoutClean())
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeIndividualModulesAsPlantUml(DiagramOptions.defaults());
    }
}
