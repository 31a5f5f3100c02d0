// missed: what a method of another class does is not looked at
// The handler looks harmless, and blocks all the same.
using System.Net.Http;

namespace Shop;

public sealed class Weather(HttpClient http)
{
    public string Today() => http.GetStringAsync("https://weather.example").Result;
}

[Export]
public sealed partial class Planner(Weather weather) : Actor
{
    [Handler] ValueTask<string> Plan() => new("outside, if " + weather.Today());
}
