package vn.binhquyen.kernel;

/** Tells a page what it may offer: the same table of rights that stands before every façade method. */
public interface Permits {
    /** Whether the actor may do this to a thing of this kind that stands there. */
    boolean allows(Actor actor, Action action, Thing thing, Place place);
}
