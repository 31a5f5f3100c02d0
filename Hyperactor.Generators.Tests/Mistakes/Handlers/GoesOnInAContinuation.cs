// caught: HYP6006
// The continuation writes to the state when the handler has long ended, beside other handlers.
using System.Net.Http;

namespace Shop;

[Export]
public sealed partial class Cache(HttpClient http) : Actor
{
    private string _page = "";

    [Handler]
    void Refresh() => http.GetStringAsync("https://shop.example").{|HYP6006:ContinueWith|}(t => _page = t.Result);

    [Handler] ValueTask<string> Page() => new(_page);
}
