using CsCheck;
using Hyperactor.Failures;

namespace Hyperactor.Tests.Failures;

public sealed class FailureTextTests
{
    private static readonly Gen<string> Character =
        Gen.OneOf(Gen.Const("a"), Gen.Const("ä"), Gen.Const("日"), Gen.Const("🙂"));

    [Test]
    public void It_tells_type_message_and_stack()
    {
        var text = FailureText.Of(Thrown(new InvalidOperationException("boom")));
        Assert.That(
            text, Does.StartWith("System.InvalidOperationException: boom\n   at ").And.Contains(nameof(Thrown)));
    }

    [Test]
    public void It_tells_what_caused_it()
    {
        var text = FailureText.Of(new InvalidOperationException("outer", Thrown(new FormatException("inner"))));
        Assert.That(text, Does.StartWith(
            "System.InvalidOperationException: outer\n---> System.FormatException: inner\n   at "));
    }

    [Test]
    public void It_tells_all_causes_of_an_aggregate()
    {
        var text = FailureText.Of(new AggregateException("many", new FormatException("a"), new TimeoutException("b")));
        Assert.That(text, Does.Contain("\n---> (1 of 2) System.FormatException: a")
            .And.Contains("\n---> (2 of 2) System.TimeoutException: b"));
    }

    [Test]
    public void An_exception_that_was_never_thrown_has_no_stack() =>
        Assert.That(FailureText.Of(new FormatException("x")), Is.EqualTo("System.FormatException: x"));

    [Test]
    public void An_exception_whose_members_throw_is_told_all_the_same()
    {
        var hostile = new HostileException();
        Assert.Multiple(() =>
        {
            Assert.That(FailureText.Of(hostile), Is.EqualTo(
                $"{typeof(HostileException).FullName}: <its message threw {typeof(HostileException).FullName}>\n"
                + "<its stack threw System.NotSupportedException>"));
            Assert.That(FailureText.MessageOf(hostile), Does.StartWith("<its message threw"));
        });
    }

    [Test]
    public void A_message_that_is_null_is_empty() =>
        Assert.That(FailureText.MessageOf(new NullException()), Is.Empty);

    [Test]
    public void An_actor_that_fails_with_a_hostile_exception_fails_in_order()
    {
        var failure = ActorFailure.Of(ActorId.Parse("w[0].a[0]"), new HostileException());
        Assert.That(failure.ToString(), Does.Contain("<its message threw"));
        Assert.That(failure.Detail, Does.StartWith(typeof(HostileException).FullName!));
    }

    [Test]
    public async Task An_actor_that_fails_tells_what_it_threw_and_where()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("counter", new CounterActor(0));
        actor.Break(client, "boom");
        var failure = (await actor.Completion.Soon()).Failure!;
        Assert.Multiple(() =>
        {
            Assert.That(failure.ExceptionType, Is.EqualTo(typeof(InvalidOperationException).FullName));
            Assert.That(failure.Detail, Does.StartWith("System.InvalidOperationException: boom").And.Contain("CounterActor.Break"));
        });
    }

    [Test]
    public async Task A_caller_hears_of_a_hostile_exception()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("hostile", new HostileActor());
        var heard = await Assert.ThrowsAsync<CallFaultedException>(() => actor.BreakAsync(client).AsTask().Soon());
        var status = await actor.Completion.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(heard!.FaultType, Is.EqualTo(typeof(HostileException).FullName));
            Assert.That(heard.FaultMessage, Does.StartWith("<its message threw"));
            Assert.That(status.Failure!.Message, Is.EqualTo(heard.FaultMessage));
        });
    }

    [Test]
    public void Long_messages_are_cut_and_their_causes_are_still_told()
    {
        var text = FailureText.Of(new InvalidOperationException(new('x', 1_000_000), new FormatException("inner")));
        Assert.That(text, Does.EndWith("…\n---> System.FormatException: inner"));
        Assert.That(text, Has.Length.LessThan(FailureText.MessageLengthMax + 100));
    }

    [Test]
    public void Causes_beyond_count_are_left_out()
    {
        Exception deep = new FormatException("bottom");
        for (var i = 0; i < 1000; i++)
        {
            deep = new InvalidOperationException("x", deep);
        }

        var wide = new AggregateException(Enumerable.Range(0, 1000).Select(i => new FormatException("x")));
        Assert.Multiple(() =>
        {
            Assert.That(FailureText.Of(deep), Does.EndWith("\n---> causes below are left out"));
            Assert.That(
                FailureText.Of(wide),
                Does.StartWith("System.AggregateException: <more than 64 messages of causes>\n---> (1 of 1000) "));
            Assert.That(
                FailureText.Of(wide), Does.EndWith($"\n---> {1000 - FailureText.WidthMax} more causes are left out"));
        });
    }

    [Test]
    [CancelAfter(30_000)]
    public void A_tree_of_causes_costs_no_more_than_its_limit(CancellationToken cancellation)
    {
        Exception tree = new FormatException("leaf");
        for (var i = 0; i < FailureText.DepthMax; i++)
        {
            tree = new AggregateException(Enumerable.Repeat(tree, FailureText.WidthMax));
        }

        Assert.That(FailureText.Of(tree), Has.Length.LessThanOrEqualTo(FailureText.LengthMax));
    }

    [Test]
    public void Any_text_is_cut_within_the_limit_and_between_characters() =>
        Gen.Select(Character.Array[0, 40], Gen.Int[1, 60]).Sample(
            (characters, limit) =>
            {
                var text = string.Concat(characters);
                var cut = FailureText.Cut(text, limit);
                var kept = cut.EndsWith('…') ? cut[..^1] : cut;
                return cut.Length <= limit
                    && text.StartsWith(kept, StringComparison.Ordinal)
                    && (kept.Length == 0 || !char.IsHighSurrogate(kept[^1]))
                    && (text.Length > limit || cut == text)
                    && (text.Length <= limit || kept.Length >= limit - 2);
            });

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}

/// <summary>Its every member throws.</summary>
public sealed class HostileException : Exception
{
    public override string Message => throw new HostileException();

    public override string StackTrace => throw new NotSupportedException();

    public override string ToString() => throw new HostileException();
}

/// <summary>Has no message where there must be one.</summary>
public sealed class NullException : Exception
{
    public override string Message => null!;
}

/// <summary>Throws what can hardly be told.</summary>
public sealed partial class HostileActor : Actor
{
    [Handler]
    private ValueTask Break() => throw new HostileException();
}
