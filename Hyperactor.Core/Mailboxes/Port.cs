using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>One opened entry point of a mailbox.</summary>
internal abstract class Port
{
    /// <summary>A proc is lost: whoever waits at this port for something from there is told.</summary>
    internal virtual void OnProcLost(ProcId lost, DeliveryFailure why)
    {
    }

    /// <summary>Takes what came, or tells why not; never throws.</summary>
    /// <param name="index">The index it came to; some ports have several.</param>
    /// <param name="envelope">What came.</param>
    internal abstract DeliveryFailure? Deliver(ulong index, Envelope envelope);

    /// <summary>Nothing will come any more: whoever waits is told why. May be called more than once.</summary>
    internal abstract void Close(DeliveryFailure why);

    /// <summary>Opens an envelope for a port that takes <typeparamref name="T"/>, or tells why that cannot be.</summary>
    private protected static DeliveryFailure? TryOpen<T>(Envelope envelope, out T value)
    {
        value = default!;
        var codec = MessageType<T>.Codec;
        if (envelope.TypeHash != codec.TypeHash)
        {
            return new(DeliveryFailureKind.WrongType, $"The port takes {codec.TypeUri}, not {envelope.TypeName}.");
        }

        try
        {
            value = envelope.Open<T>();
            return null;
        }
        catch (MessageFormatException e)
        {
            return new(DeliveryFailureKind.Malformed, e.Message);
        }
    }
}
