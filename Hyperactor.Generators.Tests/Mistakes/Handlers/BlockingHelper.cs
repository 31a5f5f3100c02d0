// caught: HYP6001
// Whoever asks for a rate waits on a thread for the network; a few such actors starve the pool.
using System.Net.Http;

namespace Shop;

[Export]
public sealed partial class Rates(HttpClient http) : Actor
{
    private string? _table;

    [Handler] ValueTask<string> Table() => new(_table ??= Load());

    private string Load() => http.GetStringAsync("https://rates.example/today").GetAwaiter().{|HYP6001:GetResult|}();
}
