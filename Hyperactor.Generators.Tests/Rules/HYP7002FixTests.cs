namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7002FixTests
{
    [Test]
    public Task A_client_is_disposed_where_one_can_await() => FixRun.Check(
        "HYP7002",
        """
        public static class A
        {
            public static async Task<int> M(Proc proc)
            {
                // Ours.
                var {|HYP7002:client|} = proc.Attach("a");   // for the test
                return await client.OpenOncePort<int>().ReceiveAsync();
            }
        }
        """,
        """
        public static class A
        {
            public static async Task<int> M(Proc proc)
            {
                // Ours.
                await using var client = proc.Attach("a");   // for the test
                return await client.OpenOncePort<int>().ReceiveAsync();
            }
        }
        """);

    [Test]
    public Task A_receiver_is_disposed_anywhere() => FixRun.Check(
        "HYP7002",
        "public static class A { public static void M(Client me) { OncePortReceiver<int> {|HYP7002:r|} = me.OpenOncePort<int>(); Console.WriteLine(r.Ref); } }",
        "public static class A { public static void M(Client me) { using OncePortReceiver<int> r = me.OpenOncePort<int>(); Console.WriteLine(r.Ref); } }");

    [TestCase("public static void M(Proc proc) { var {|HYP7002:c|} = proc.Attach(\"a\"); Console.WriteLine(c.Self); }")]
    [TestCase("public static void M(Client me) { var (h, {|HYP7002:r|}) = me.OpenPort<int>(); h.Send(1); Console.WriteLine(r.TryReceive(out _)); }")]
    [TestCase("public static void M(Proc proc) { {|HYP7002:proc.Attach(\"a\")|}; }")]
    public Task No_fix_where_it_would_not_compile(string member) =>
        FixRun.CheckNone("HYP7002", $$"""public static class A { {{member}} }""");
}
