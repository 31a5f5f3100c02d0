namespace Hyperactor.Mailboxes;

/// <summary>What a proc says of itself when a link to or from it opens.</summary>
/// <param name="Proc">Who it is.</param>
/// <param name="Cookie">The secret of its world.</param>
[Named("hyperactor.Greeting")]
internal sealed partial record Greeting(ProcId Proc, string Cookie);
