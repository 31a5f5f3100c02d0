namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6010Tests
{
    private static string InHandler(string body) =>
        $$"""
        public sealed partial class A : Actor
        {
            private int _failed;
            private Task Save() => Task.CompletedTask;
            [Handler] async ValueTask Go() { await Task.Yield(); {{body}} _failed++; await Save(); }
        }
        """;

    [TestCase("try { await Save(); } {|HYP6010:catch|} { }")]
    [TestCase("try { await Save(); } {|HYP6010:catch|} (Exception) { /* never mind */ }")]
    [TestCase("try { if (_failed > 0) { await Save(); } } {|HYP6010:catch|} (Exception) { }")]
    [TestCase("try { await Save(); } catch (OperationCanceledException) { throw; } {|HYP6010:catch|} (Exception) { }")]
    [TestCase("while (_failed > 3) { try { await Save(); } {|HYP6010:catch|} { } }")]
    public async Task Reported(string body) => await RuleRun.Check(InHandler(body));

    [TestCase("try { await Save(); } catch (Exception) { _failed++; }")]
    [TestCase("try { await Save(); } catch (Exception) { throw; }")]
    [TestCase("try { await Save(); } catch (OperationCanceledException) { }")]
    [TestCase("try { await Save(); } catch (InvalidOperationException) { }")]
    [TestCase("try { await Save(); } catch (Exception e) when (e is not OperationCanceledException) { }")]
    [TestCase("try { _failed++; } catch { }")]
    [TestCase("try { Func<Task> later = async () => await Save(); _ = later; } catch (Exception) { }")]
    [TestCase("try { await Save(); } finally { }")]
    public async Task Not_reported(string body) => await RuleRun.Check(InHandler(body));

    [Test]
    public async Task Not_reported_outside_actors() => await RuleRun.Check(
        """
        public sealed class Plain { public async Task Try(Task t) { try { await t; } catch { } } }
        public sealed partial class A : Actor { public async Task Try(Task t) { try { await t; } catch { } } }
        """);
}
