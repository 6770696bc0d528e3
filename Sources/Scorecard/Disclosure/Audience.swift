/// Who reads a figure, as far as small numbers go.
public enum Audience: String, CaseIterable, Sendable {
    /// Officers of the service that owns the measure, who see true values.
    case service
    /// Everyone else: members, partners and the public.
    case everyone
}
