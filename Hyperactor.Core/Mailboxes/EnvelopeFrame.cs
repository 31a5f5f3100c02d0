using Hyperactor.Channels;
using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>An envelope on its way into a link: its head is written by who posts, its body goes as it is.</summary>
internal sealed class EnvelopeFrame(IEnvelopeSink owner, Envelope envelope) : OutgoingFrame
{
    private readonly byte[] _head = EnvelopeCodec.WriteHead(envelope);

    /// <summary>The envelope.</summary>
    internal Envelope Envelope => envelope;

    /// <inheritdoc/>
    public override int SizeHint => (int)Math.Min(EnvelopeCodec.LengthOf(_head, envelope.Body), int.MaxValue);

    /// <inheritdoc/>
    public override void Write(IBodyWriter body) => EnvelopeCodec.Write(body, _head, envelope.Body);

    /// <inheritdoc/>
    public override void Undelivered(FrameLoss loss)
    {
        var kind = loss.Kind switch
        {
            FrameLossKind.TooLarge => DeliveryFailureKind.TooLarge,
            FrameLossKind.WriteFailed => DeliveryFailureKind.Malformed,
            _ => DeliveryFailureKind.LinkLost,
        };
        owner.Return(envelope, new(kind, loss.Reason));
    }

    /// <summary>What a link that did not take the frame means for the envelope.</summary>
    internal static DeliveryFailure? ToFailure(PostOutcome outcome) => outcome.Status switch
    {
        PostStatus.Posted => null,
        PostStatus.TooLarge => new(DeliveryFailureKind.TooLarge, outcome.Reason),
        PostStatus.Full => new(DeliveryFailureKind.QueueFull, outcome.Reason),
        _ => new(DeliveryFailureKind.LinkLost, outcome.Reason),
    };
}
