using System.Buffers;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
public sealed class TransportTests(string place)
{
    [Test]
    public async Task Bytes_go_both_ways_and_ends_are_seen_one_by_one()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        await using var dialled = await transport.DialAsync(listener.Address).Soon();
        await using var accepted = await listener.AcceptAsync().Soon();

        await dialled.Output.WriteAsync("ping"u8.ToArray());
        await dialled.Output.CompleteAsync();
        Assert.That(await ReadAllAsync(accepted), Is.EqualTo("ping"u8.ToArray()));

        await accepted.Output.WriteAsync("pong"u8.ToArray());
        await accepted.Output.CompleteAsync();
        Assert.That(await ReadAllAsync(dialled), Is.EqualTo("pong"u8.ToArray()));
        Assert.That(dialled.Failure, Is.Null);
    }

    [Test]
    public async Task More_than_a_pipe_holds_goes_through()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        await using var dialled = await transport.DialAsync(listener.Address).Soon();
        await using var accepted = await listener.AcceptAsync().Soon();
        var bytes = Bytes.Pattern(5_000_000);

        var reading = ReadAllAsync(accepted);
        await dialled.Output.WriteAsync(bytes).Soon();
        await dialled.Output.CompleteAsync();

        Assert.That((await reading).AsSpan().SequenceEqual(bytes), Is.True);
    }

    [Test]
    public async Task A_listener_tells_a_concrete_address()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var one = await transport.ListenAsync(Place.New(place));
        await using var two = await transport.ListenAsync(Place.New(place));
        Assert.That(one.Address.IsAny, Is.False);
        Assert.That(two.Address, Is.Not.EqualTo(one.Address));
    }

    [Test]
    public async Task Dialling_where_nobody_listens_names_the_address()
    {
        var transport = new Transports(ChannelOptions.Default);
        var address = await Place.AbandonedAsync(transport, place);

        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await transport.DialAsync(address).Soon()))!;

        Assert.That(e.Fault, Is.EqualTo(ChannelFault.NobodyListens));
        Assert.That(e.Address, Is.EqualTo(address));
        Assert.That(e.Message, Does.Contain(address.ToString()).And.Contain("nobody listens"));
    }

    [Test]
    public async Task Two_cannot_listen_at_one_address_and_a_freed_one_can_be_taken()
    {
        var transport = new Transports(ChannelOptions.Default);
        var listener = await transport.ListenAsync(Place.New(place));

        var e = (await Assert.ThrowsAsync<ChannelException>(
            async () => await transport.ListenAsync(listener.Address)))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.AddressTaken));
        Assert.That(e.Message, Does.Contain(listener.Address.ToString()));

        await listener.DisposeAsync();
        await using var again = await transport.ListenAsync(listener.Address);
        Assert.That(again.Address, Is.EqualTo(listener.Address));
    }

    [Test]
    public async Task Any_address_cannot_be_dialled()
    {
        var transport = new Transports(ChannelOptions.Default);
        var address = Place.New(place);
        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await transport.DialAsync(address)))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.NobodyListens));
    }

    [Test]
    public async Task Disposing_a_listener_ends_a_waiting_accept_and_later_ones()
    {
        var transport = new Transports(ChannelOptions.Default);
        var listener = await transport.ListenAsync(Place.New(place));
        var accepting = listener.AcceptAsync().AsTask();

        await listener.DisposeAsync();
        await listener.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => accepting.Soon());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await listener.AcceptAsync().Soon());
    }

    [Test]
    public async Task Cancelling_an_accept_leaves_the_listener_as_it_was()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        using var cancel = new CancellationTokenSource();
        var accepting = listener.AcceptAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => accepting.Soon());

        await using var dialled = await transport.DialAsync(listener.Address).Soon();
        await using var accepted = await listener.AcceptAsync().Soon();
        Assert.That(accepted.Peer, Is.Not.Empty);
    }

    [Test]
    public async Task Disposing_one_end_ends_the_other()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        var dialled = await transport.DialAsync(listener.Address).Soon();
        await using var accepted = await listener.AcceptAsync().Soon();

        await dialled.DisposeAsync().Soon();

        Assert.That(await ReadAllAsync(accepted), Is.Empty);
    }

    [Test]
    public async Task A_transport_says_which_addresses_it_cannot_carry()
    {
        var none = new Transports(new Dictionary<ChannelKind, Transport>());
        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await none.ListenAsync(Place.New(place))))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Unsupported));
    }

    private static async Task<byte[]> ReadAllAsync(Connection connection)
    {
        while (true)
        {
            var result = await connection.Input.ReadAsync().Soon();
            if (result.IsCompleted)
            {
                return result.Buffer.ToArray();
            }

            // The pipe's own limit stands in the way of reading it all at its end.
            if (result.Buffer.Length > 0)
            {
                var start = result.Buffer.ToArray();
                connection.Input.AdvanceTo(result.Buffer.End);
                return [.. start, .. await ReadAllAsync(connection)];
            }

            connection.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
