namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP6007Tests
{
    private static string Actor(string members) =>
        $$"""
        [Export] public sealed partial class Stock : Actor { [Handler] ValueTask<int> Count() => new(1); [Handler] void Tell() { } }

        public sealed partial class A(ActorRef<Stock> stock) : Actor
        {
            {{members}}
            private async Task Save() => await Task.Yield();
            private ValueTask<int> Read() => new(1);
            [Handler] async ValueTask Keep() { await Save(); await Read(); }
            [Handler] void Stay(Context cx) => stock.Tell(cx);
        }
        """;

    [TestCase("[Handler] void Go() { {|HYP6007:Save|}(); }")]
    [TestCase("[Handler] void Go() => {|HYP6007:Save|}();")]
    [TestCase("[Handler] void Go() { _ = {|HYP6007:Save|}(); }")]
    [TestCase("[Handler] void Go() { {|HYP6007:Read|}(); }")]
    [TestCase("[Handler] void Go(Context cx) { _ = stock.{|HYP6007:CountAsync|}(cx); }")]
    [TestCase("[Handler] void Go(A? other) { _ = other?.{|HYP6007:Save|}(); }")]
    [TestCase("[Handler] void Go() { Action a = () => {|HYP6007:Save|}(); a(); }")]
    [TestCase("[Handler] void Go(List<int> items) => items.ForEach({|HYP6007:async|} _ => await Save());")]
    [TestCase("[Handler] void Go() { Run(); async void {|HYP6007:Run|}() => await Save(); }")]
    [TestCase("[Handler] void Go() => Run(); private async void {|HYP6007:Run|}() => await Save();")]
    [TestCase("private async void {|HYP6007:OnChanged|}(object? sender, EventArgs e) => await Save(); [Handler] void Go() => _ = (EventHandler)OnChanged;")]
    [TestCase("[Handler] async ValueTask Go() { await Task.Yield(); _ = {|HYP6007:Save|}(); }")]
    public async Task Reported(string members) => await RuleRun.Check(Actor(members));

    [TestCase("[Handler] async ValueTask Go() => await Save();")]
    [TestCase("[Handler] ValueTask<int> Go() => Read();")]
    [TestCase("[Handler] async ValueTask Go() { var saving = Save(); await saving; }")]
    [TestCase("[Handler] async ValueTask Go(List<int> items) { foreach (var _ in items) { await Save(); } }")]
    [TestCase("[Handler] async ValueTask Go() { _ = await Read(); }")]
    [TestCase("private Task? _saving; [Handler] void Go() => _saving = Save(); [Handler] async ValueTask End() => await (_saving ?? Task.CompletedTask);")]
    [TestCase("[Handler] void Go(Context cx) { stock.Tell(cx); }")]
    [TestCase("[Handler] async ValueTask Go() { Func<Task> save = async () => await Save(); await save(); }")]
    [TestCase("[Handler] void Go(TaskCompletionSource done) { _ = done.TrySetResult(); done.SetCanceled(); }")]
    [TestCase("public void Try() { _ = Save(); }")]
    [TestCase("[Handler] void Go(Task given) { _ = given; }")]
    public async Task Not_reported(string members) => await RuleRun.Check(Actor(members));

    [Test]
    public async Task Not_reported_twice_for_a_handler_that_is_async_void() => await RuleRun.Check(
        "public sealed partial class A : Actor { [Handler] async void {|HYP1002:Go|}() => await Task.Yield(); }");
}
