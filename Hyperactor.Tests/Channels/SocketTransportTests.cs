using System.Net;
using System.Net.Sockets;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
public sealed class SocketTransportTests
{
    private readonly SocketTransport _transport = new(ChannelOptions.Default);

    [TestCase("tcp:0.0.0.0:0")]
    [TestCase("tcp:[::]:0")]
    [TestCase("tcp:192.0.2.1:80")]
    public async Task Plain_tcp_does_not_leave_the_machine_unless_told_to(string text)
    {
        var address = ChannelAddress.Parse(text);
        var listening = (await Assert.ThrowsAsync<ChannelException>(
            async () => await _transport.ListenAsync(address)))!;
        var dialling = (await Assert.ThrowsAsync<ChannelException>(
            async () => await _transport.DialAsync(address)))!;
        foreach (var e in new[] { listening, dialling })
        {
            Assert.That(e.Fault, Is.EqualTo(ChannelFault.NotAllowed));
            Assert.That(e.Message, Does.Contain(text).And.Contain("ChannelOptions.AllowRemote"));
        }
    }

    [Test]
    public async Task Plain_tcp_leaves_the_machine_when_told_to()
    {
        var transport = new SocketTransport(new ChannelOptions { AllowRemote = true });
        await using var listener = await transport.ListenAsync(ChannelAddress.Parse("tcp:0.0.0.0:0"));
        Assert.That(listener.Address.IsAny, Is.False);
    }

    [Test]
    public async Task A_socket_file_that_a_crash_left_behind_is_replaced()
    {
        var address = Place.New("unix path");
        LeaveBehind(address.Name);
        Assert.That(File.Exists(address.Name), Is.True);

        await using (var listener = await _transport.ListenAsync(address))
        {
            await using var connection = await _transport.DialAsync(address).Soon();
        }

        Assert.That(File.Exists(address.Name), Is.False);
    }

    [Test]
    public async Task Dialling_a_socket_file_that_a_crash_left_behind_finds_nobody()
    {
        var address = Place.New("unix path");
        LeaveBehind(address.Name);
        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await _transport.DialAsync(address).Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.NobodyListens));
        File.Delete(address.Name);
    }

    [Test]
    public async Task A_file_that_is_no_socket_is_never_removed()
    {
        var address = Place.New("unix path");
        await File.WriteAllTextAsync(address.Name, "precious");

        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await _transport.ListenAsync(address)))!;

        Assert.That(e.Fault, Is.EqualTo(ChannelFault.AddressTaken));
        Assert.That(e.Message, Does.Contain("no socket"));
        Assert.That(await File.ReadAllTextAsync(address.Name), Is.EqualTo("precious"));
        File.Delete(address.Name);
    }

    [Test]
    public async Task A_socket_file_needs_its_directory()
    {
        var address = ChannelAddress.Unix($"/tmp/no-such-{Guid.NewGuid():N}/socket");
        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await _transport.ListenAsync(address)))!;
        Assert.That(e.Message, Does.Contain(address.ToString()));
    }

    [Test]
    public async Task A_socket_file_is_for_its_user_alone()
    {
        await using var listener = await _transport.ListenAsync(Place.New("unix path"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(listener.Address.Name),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task A_reset_is_told_apart_from_an_orderly_end()
    {
        await using var listener = await _transport.ListenAsync(Place.New("tcp"));
        using var raw = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await raw.ConnectAsync(IPEndPoint.Parse(listener.Address.Name));
        await using var accepted = await listener.AcceptAsync().Soon();

        raw.LingerState = new(true, 0);
        raw.Close();

        var result = await accepted.Input.ReadAsync().Soon();
        Assert.That(result.IsCompleted, Is.True);
        Assert.That(accepted.Failure, Is.InstanceOf<SocketException>());
    }

    [Test]
    public async Task Local_addresses_are_not_for_sockets_nor_the_others_for_memory()
    {
        var local = new LocalTransport(ChannelOptions.Default);
        var tcp = ChannelAddress.Parse("tcp:127.0.0.1:1");
        var name = ChannelAddress.Local("a");
        var faults = new[]
        {
            (await Assert.ThrowsAsync<ChannelException>(async () => await _transport.ListenAsync(name)))!,
            (await Assert.ThrowsAsync<ChannelException>(async () => await _transport.DialAsync(name)))!,
            (await Assert.ThrowsAsync<ChannelException>(async () => await local.ListenAsync(tcp)))!,
            (await Assert.ThrowsAsync<ChannelException>(async () => await local.DialAsync(tcp)))!,
        };
        Assert.That(faults.Select(e => e.Fault), Is.All.EqualTo(ChannelFault.Unsupported));
    }

    [Test]
    public async Task Names_in_one_memory_are_unknown_in_another()
    {
        var one = new LocalTransport(ChannelOptions.Default);
        await using var listener = await one.ListenAsync(ChannelAddress.Local("a"));
        var other = new LocalTransport(ChannelOptions.Default);
        await Assert.ThrowsAsync<ChannelException>(async () => await other.DialAsync(listener.Address));
    }

    [Test]
    public async Task A_local_listener_that_accepts_nobody_is_busy_at_its_limit()
    {
        var local = new LocalTransport(new ChannelOptions { ListenBacklog = 2 });
        await using var listener = await local.ListenAsync(ChannelAddress.Local(""));
        await using var one = await local.DialAsync(listener.Address);
        await using var two = await local.DialAsync(listener.Address);
        var e = (await Assert.ThrowsAsync<ChannelException>(async () => await local.DialAsync(listener.Address)))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Busy));
    }

    // What a process that is killed leaves: closing the handle behind the socket's back skips its clean-up.
    private static void LeaveBehind(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var aside = path + ".aside";
        File.Move(path, aside);
        socket.Dispose();
        File.Move(aside, path);
    }
}
