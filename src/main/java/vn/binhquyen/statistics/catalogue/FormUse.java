package vn.binhquyen.statistics.catalogue;

import java.util.UUID;

/** A form that asks for an element. */
public record FormUse(UUID id, String code, String nameVi, String nameEn) {
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }
}
