package vn.binhquyen.platform.demonstration;

import java.util.Map;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/**
 * The places and people of the story.
 *
 * @param agencies of Thượng Sơn, by name
 * @param people by user name
 */
record Cast(
        UnitId province,
        UnitId thuongSon,
        UnitId naLam,
        UnitId khuoiBoc,
        AgencyId department,
        Map<String, AgencyId> agencies,
        Map<String, Actor> people) {
    Actor person(String username) {
        Actor person = people.get(username);
        if (person == null) {
            throw new IllegalArgumentException("nobody in the story is called " + username);
        }
        return person;
    }
}
