// caught: HYP6003
// The parent waits for its child, and the child for its parent, which handles nothing meanwhile.
namespace Shop;

public sealed partial class Kitchen : Actor
{
    private ActorHandle<Cook>? _cook;

    protected override ValueTask OnStartAsync(Context cx)
    {
        _cook = cx.Spawn(new Cook());
        return default;
    }

    [Handler] ValueTask<string> Recipe(string dish) => new($"how to make {dish}");

    [Handler] async ValueTask<string> Order(Context cx, Meal meal) => await _cook!.{|HYP6003:MakeAsync|}(cx, meal);
}

public sealed record Meal(string Dish, ActorHandle<Kitchen> Kitchen);

public sealed partial class Cook : Actor
{
    [Handler]
    async ValueTask<string> Make(Context cx, Meal meal)
    {
        var recipe = await meal.Kitchen.RecipeAsync(cx, meal.Dish);
        return $"{meal.Dish}, by {recipe}";
    }
}
