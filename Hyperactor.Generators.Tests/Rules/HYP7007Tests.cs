namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7007Tests
{
    [TestCase("var b = ArrayPool<byte>.Shared.Rent(9); to.Take(me, {|HYP7007:b|}); ArrayPool<byte>.Shared.Return(b);")]
    [TestCase("var b = ArrayPool<byte>.Shared.Rent(9); try { to.Take(me, {|HYP7007:b|}.AsMemory(0, 3)); } finally { ArrayPool<byte>.Shared.Return(b); }")]
    [TestCase("var pool = ArrayPool<byte>.Shared; var b = pool.Rent(9); to.Take(me, new ReadOnlyMemory<byte>({|HYP7007:b|}, 0, 3)); pool.Return(b, clearArray: true);")]
    [TestCase("using var o = MemoryPool<byte>.Shared.Rent(9); to.Take(me, {|HYP7007:o|}.Memory);")]
    [TestCase("var o = MemoryPool<byte>.Shared.Rent(9); to.Take(me, {|HYP7007:o|}.Memory.Slice(1)); o.Dispose();")]
    [TestCase("using var s = new System.IO.MemoryStream(); to.Read(me, {|HYP7007:s|});")]
    public async Task Reported(string body) => await Check(body);

    [TestCase("var b = ArrayPool<byte>.Shared.Rent(9); to.Take(me, b);")]
    [TestCase("var b = ArrayPool<byte>.Shared.Rent(9); to.Take(me, b.AsSpan(0, 3).ToArray()); ArrayPool<byte>.Shared.Return(b);")]
    [TestCase("var b = ArrayPool<byte>.Shared.Rent(9); if (b.Length > 9) { ArrayPool<byte>.Shared.Return(b); return; } to.Take(me, b);")]
    [TestCase("using var o = MemoryPool<byte>.Shared.Rent(9); to.Take(me, o.Memory.ToArray());")]
    [TestCase("using var o = MemoryPool<byte>.Shared.Rent(9); await to.UseAsync(me, o.Memory);")]
    [TestCase("var o = MemoryPool<byte>.Shared.Rent(9); to.Own(me, o);")]
    public async Task Not_reported(string body) => await Check(body);

    private static async Task Check(string body) => await RuleRun.Check(
        $$"""
        using System.Buffers;
        public sealed partial class Other : Actor
        {
            [Handler] internal void Take(ReadOnlyMemory<byte> bytes) { }
            [Handler] internal void Own(IMemoryOwner<byte> bytes) { }
            [Handler] internal void Read(System.IO.Stream stream) { }
            [Handler] internal ValueTask Use(ReadOnlyMemory<byte> bytes) => default;
        }
        public static class A { public static async Task M(ActorHandle<Other> to, Client me) { await Task.Yield(); {{body}} } }
        """);
}
