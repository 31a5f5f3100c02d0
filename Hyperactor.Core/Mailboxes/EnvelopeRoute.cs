using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>A way for envelopes out of a proc. Posting never blocks and never throws.</summary>
internal abstract class EnvelopeRoute
{
    /// <summary>Hands an envelope on, or tells why that cannot be. What fails later comes back by itself.</summary>
    internal abstract DeliveryFailure? Post(Envelope envelope);
}

/// <summary>No way at all: the proc stands alone.</summary>
internal sealed class NoRoute : EnvelopeRoute
{
    internal override DeliveryFailure? Post(Envelope envelope) => new(
        DeliveryFailureKind.NoRoute, $"This proc knows no way to {envelope.Destination.Actor.Proc}: it stands alone.");
}
