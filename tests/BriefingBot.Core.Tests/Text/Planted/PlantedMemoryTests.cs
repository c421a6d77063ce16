using BriefingBot.Core.Text;
using BriefingBot.Core.Text.Planted;
using Xunit;

namespace BriefingBot.Core.Tests.Text.Planted;

public sealed class PlantedMemoryTests
{
    private readonly List<string> _searched = [];

    [Fact]
    public void A_text_is_searched_once()
    {
        PlantedMemory memory = new();

        Assert.Equal([new TextSpan(0, 5)], memory.GetOrAdd("order", Search));
        Assert.Equal([new TextSpan(0, 5)], memory.GetOrAdd("order", Search));
        Assert.Empty(memory.GetOrAdd("news", Search));
        Assert.Empty(memory.GetOrAdd("news", Search));
        Assert.Equal(["order", "news"], _searched);
    }

    [Fact]
    public void What_is_asked_for_again_and_again_outlives_any_number_of_others()
    {
        PlantedMemory memory = new(mostTexts: 4);
        for (int i = 0; i < 100; i++)
        {
            memory.GetOrAdd("news", Search);
            memory.GetOrAdd($"other {i}", Search);
        }

        Assert.Single(_searched, "news");
    }

    [Fact]
    public void What_nobody_asks_for_is_forgotten()
    {
        PlantedMemory memory = new(mostTexts: 4);
        memory.GetOrAdd("news", Search);
        for (int i = 0; i < 8; i++)
        {
            memory.GetOrAdd($"other {i}", Search);
        }

        memory.GetOrAdd("news", Search);

        Assert.Equal(2, _searched.Count(text => text == "news"));
    }

    private TextSpan[] Search(string text)
    {
        _searched.Add(text);
        return text == "order" ? [new TextSpan(0, text.Length)] : [];
    }
}
