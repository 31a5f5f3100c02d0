using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor;

/// <summary>
/// The receiving end of a port: messages in the order in which they came. For one reader at a time. Dispose it to close
/// the port.
/// </summary>
/// <typeparam name="T">What the port takes.</typeparam>
public sealed class PortReceiver<T> : IAsyncEnumerable<T>, IDisposable
{
    private readonly QueuePort<T> _port;

    internal PortReceiver(QueuePort<T> port) => _port = port;

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="PortClosedException">The port is closed and all messages are read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async ValueTask<T> ReceiveAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await _port.Messages.ReadAsync(cancellation);
        }
        catch (ChannelClosedException e) when (e.InnerException is PortClosedException closed)
        {
            throw new PortClosedException(closed.Message);
        }
    }

    /// <summary>Takes the next message if there is one.</summary>
    public bool TryReceive([MaybeNullWhen(false)] out T message) => _port.Messages.TryRead(out message);

    /// <summary>The messages to come, until the port is closed.</summary>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            T message;
            try
            {
                message = await ReceiveAsync(cancellationToken);
            }
            catch (PortClosedException)
            {
                yield break;
            }

            yield return message;
        }
    }

    /// <summary>Closes the port. What was queued is lost to nobody: it was delivered, and stays readable.</summary>
    public void Dispose() => _port.Close(new(DeliveryFailureKind.NoSuchPort, "The receiver was disposed."));
}
