using Hyperactor;
using Hyperactor.Data;
using Hyperactor.Tests.Casting;

[assembly: RegisterType(typeof(Hyperactor.Tests.Data.Last<string>))]

namespace Hyperactor.Tests.Data;

public static partial class Around<T>
{
    [Named("tests.Inside")]
    public sealed partial record Inside(T Value, Mode Mode, List<T>? More = null);

    public enum Mode
    {
        Off,
        On,
    }
}

[Named]
public sealed partial record Holder(Around<int>.Inside Numbers, Around<string>.Inside Texts);

/// <summary>Keeps the last reply, of whatever type.</summary>
[Named("tests.Last")]
public readonly partial struct Last<T> : IReducer<T>
{
    public static T Combine(T earlier, T later) => later;
}

[Named("tests.LastUnregistered")]
public readonly partial struct LastUnregistered<T> : IReducer<T>
{
    public static T Combine(T earlier, T later) => later;
}

/// <summary>Messages within generic types, and generic reducers.</summary>
public sealed class NestedUseTests
{
    [Test]
    public void Each_use_of_a_message_within_a_generic_type_travels_under_its_own_name()
    {
        var value = new Holder(new(1, Around<int>.Mode.On, [2, 3]), new("a", Around<string>.Mode.Off));
        var copy = Serialized.Of(value).Deserialize<Holder>();
        Assert.Multiple(() =>
        {
            Assert.That((copy.Numbers.Value, copy.Numbers.Mode, copy.Texts), Is.EqualTo((1, Around<int>.Mode.On, value.Texts)));
            Assert.That(copy.Numbers.More, Is.EqualTo(new[] { 2, 3 }));
            Assert.That(MessageType<Around<int>.Inside>.Codec.TypeUri, Is.EqualTo("tests.Inside<int>"));
            Assert.That(MessageType<Around<string>.Inside>.Codec.TypeUri, Is.EqualTo("tests.Inside<string>"));
            Assert.That(MessageType<Around<long>.Inside>.IsKnown, Is.False);
        });
    }

    [Test]
    public async Task A_generic_reducer_combines_where_a_use_of_it_is_registered()
    {
        await using var net = new TestNet(7);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        Assert.That((await gang.NameAsync<Last<string>>(net.Client).Soon()).Value, Is.EqualTo("<6>"));
        Assert.That(
            async () => await gang.NameAsync<LastUnregistered<string>>(net.Client).Soon(),
            Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("RegisterType"));
    }
}
