// caught: HYP6009
// A kill waits for the download, however long it takes.
using System.Net.Http;

namespace Shop;

[Export]
public sealed partial class Downloader(HttpClient http) : Actor
{
    [Handler] async ValueTask<int> Size(string url) => (await http.{|HYP6009:GetByteArrayAsync|}(url)).Length;
}
