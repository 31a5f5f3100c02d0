namespace Hyperactor.Channels;

/// <summary>Why a link ended.</summary>
/// <param name="End">How, for code.</param>
/// <param name="Reason">Why, for people: the peer's own words where it had some.</param>
/// <param name="Cause">The error underneath, if there was one.</param>
internal sealed record LinkClosed(LinkEnd End, string Reason, Exception? Cause = null)
{
    public override string ToString() => $"{End}: {Reason}";
}
