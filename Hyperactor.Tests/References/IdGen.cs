using CsCheck;

namespace Hyperactor.Tests.References;

/// <summary>Ids of all kinds, few enough to meet each other again, and odd enough to hurt.</summary>
internal static class IdGen
{
    // U+1D4B3 and U+FB00 sort differently as UTF-16 and as code points.
    private static readonly string[] Names = ["w", "a", "a1", "_", "東京", "ünder_score", "𝒳", "ﬀ", "a𝒳", "aﬀ", "W\u0301"];

    private static readonly string[] PathPieces = [",", "%", "%2C", "%25", "/", " ", "é", "𝒳", "\n", ":", "[", "]", "@", "a"];

    internal static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    internal static readonly Gen<ulong> Number = Gen.OneOf(Gen.ULong[0, 2], Gen.ULong);

    internal static readonly Gen<ChannelAddress> Address = Gen.OneOf(
        Gen.Select(Gen.Byte.Array[4], Gen.Int[1, 65535]).Select((ip, port) => ChannelAddress.Tcp(new(ip), port)),
        Gen.Select(Gen.Byte.Array[16], Gen.UInt, Gen.Int[1, 65535])
            .Select((ip, scope, port) => ChannelAddress.Tcp(new(ip, scope), port)),
        Path.Select(path => ChannelAddress.Unix("/" + path)),
        Path.Select(path => ChannelAddress.Unix("@" + path + "x")),
        Gen.Int[0, 2].Select(i => ChannelAddress.Local(((string[])["a", "a,b", "100%"])[i])));

    internal static readonly Gen<WorldId> World = Name.Select(name => new WorldId(name));

    internal static readonly Gen<GangId> Gang = Gen.Select(World, Name).Select((world, name) => world.Gang(name));

    internal static readonly Gen<ProcId> Direct =
        Gen.Select(Address, Name).Select((address, name) => ProcId.Direct(address, name));

    internal static readonly Gen<ProcId> Proc =
        Gen.OneOf(Gen.Select(World, Number).Select((world, rank) => world.Proc(rank)), Direct);

    internal static readonly Gen<ActorId> Actor =
        Gen.Select(Proc, Name, Number).Select((proc, name, pid) => proc.Actor(name, pid));

    internal static readonly Gen<PortId> Port = Gen.Select(Actor, Number).Select((actor, index) => actor.Port(index));

    internal static readonly Gen<Reference> Any = Gen.OneOf(
        World.Select(id => (Reference)id),
        Gang.Select(id => (Reference)id),
        Proc.Select(id => (Reference)id),
        Actor.Select(id => (Reference)id),
        Port.Select(id => (Reference)id));

    /// <summary>References out of a small system, so that many contain one another.</summary>
    internal static readonly Gen<Reference> Near = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.ULong[0, 1], Gen.Bool, Gen.ULong[0, 1])
        .Select((kind, place, rank, name, pid) =>
        {
            var world = new WorldId(place == 0 ? "w" : "v");
            var proc = place == 2 ? ProcId.Direct(ChannelAddress.Local("x"), rank == 0 ? "p" : "q") : world.Proc(rank);
            var actor = proc.Actor(name ? "a" : "b", pid);
            return kind switch
            {
                0 => world,
                1 => world.Gang(actor.Name),
                2 => proc,
                3 => (Reference)actor,
                _ => actor.Port(7),
            };
        });

    private static Gen<string> Path =>
        Gen.Int[0, PathPieces.Length - 1].Array[0, 12].Select(pieces => string.Concat(pieces.Select(i => PathPieces[i])));
}
