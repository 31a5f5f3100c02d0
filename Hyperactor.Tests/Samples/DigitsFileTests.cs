using System.IO.Compression;
using DigitsTraining;

namespace Hyperactor.Tests.Samples;

public sealed class DigitsFileTests
{
    private string _path = null!;

    [SetUp]
    public void Create() => _path = Path.GetTempFileName();

    [TearDown]
    public void Delete() => File.Delete(_path);

    [Test]
    public void The_file_that_comes_along_has_1797_digits_of_each_class()
    {
        var digits = DigitsFile.Read(DigitsFile.Default);
        Assert.Multiple(() =>
        {
            Assert.That(digits.Count, Is.EqualTo(1797));
            Assert.That(digits.Labels.ToArray().Distinct().Order(), Is.EqualTo(Enumerable.Range(0, 10)));
            Assert.That(digits.Pixels.ToArray().Max(), Is.EqualTo(16));
            Assert.That(digits.Image(0)[..6].ToArray(), Is.EqualTo(new byte[] { 0, 0, 5, 13, 9, 1 }));
            Assert.That(digits.Labels.Span[1796], Is.EqualTo(8));
        });
    }

    [Test]
    public void Plain_text_and_gzip_are_told_apart_by_their_bytes()
    {
        string[] lines = [.. Enumerable.Range(0, 10).Select(i => Row(pixel: i, label: i))];
        File.WriteAllLines(_path, lines);
        var plain = DigitsFile.Read(_path);
        using (var gzip = new StreamWriter(new GZipStream(File.Create(_path), CompressionLevel.Fastest)))
        {
            gzip.Write(string.Join("\r\n", lines));
        }

        var unzipped = DigitsFile.Read(_path);
        Assert.Multiple(() =>
        {
            Assert.That(plain.Count, Is.EqualTo(10));
            Assert.That(unzipped.Pixels.ToArray(), Is.EqualTo(plain.Pixels.ToArray()));
            Assert.That(unzipped.Labels.ToArray(), Is.EqualTo(plain.Labels.ToArray()));
        });
    }

    [TestCase("1,2,3", "line 3: expected 65 values and found 3")]
    [TestCase("", "line 3: expected 65 values and found 1")]
    [TestCase("17,label", "line 3: value 1 is '17', and a shade is a whole number from 0 to 16")]
    [TestCase("-1,label", "line 3: value 1 is '-1'")]
    [TestCase("1.5,label", "line 3: value 1 is '1.5'")]
    [TestCase(" ,label", "line 3: value 1 is ' '")]
    [TestCase("0,10", "line 3: value 65 is '10', and a digit is a whole number from 0 to 9")]
    [TestCase("0,x", "line 3: value 65 is 'x'")]
    public void A_row_that_is_wrong_is_named_by_its_line(string row, string message)
    {
        // A row of two words stands for its first value and its label.
        if (row.Split(',') is [var first, var label])
        {
            row = first + Row(0, 0)[1..^1] + label.Replace("label", "0", StringComparison.Ordinal);
        }

        File.WriteAllLines(_path, [Row(0, 0), Row(1, 1), row, Row(3, 3), Row(4, 4)]);
        Assert.That(
            () => DigitsFile.Read(_path),
            Throws.TypeOf<BadInputException>().With.Message.StartsWith(_path).And.Message.Contains(message));
    }

    [Test]
    public void A_file_that_does_not_exist_is_named() => Assert.That(
        () => DigitsFile.Read("/no/such/file.csv"),
        Throws.TypeOf<BadInputException>().With.Message.EqualTo("There is no file '/no/such/file.csv'."));

    [Test]
    public void A_directory_is_no_file() => Assert.That(
        () => DigitsFile.Read(Path.GetTempPath()),
        Throws.TypeOf<BadInputException>().With.Message.Contains("is a directory"));

    [Test]
    public void Fewer_rows_than_it_takes_to_hold_one_out_are_refused()
    {
        File.WriteAllLines(_path, [Row(0, 0), Row(1, 1)]);
        Assert.That(
            () => DigitsFile.Read(_path), Throws.TypeOf<BadInputException>().With.Message.Contains("has 2 rows"));
    }

    [Test]
    public void Gzip_that_is_broken_is_told_as_such()
    {
        File.WriteAllBytes(_path, [0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.That(
            () => DigitsFile.Read(_path), Throws.TypeOf<BadInputException>().With.Message.Contains("begins like gzip"));
    }

    private static string Row(int pixel, int label) => string.Join(',', Enumerable.Repeat(pixel, 64).Append(label));
}
