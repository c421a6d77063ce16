namespace BriefingBot.Platforms.Tests.Host;

/// <summary>A folder of articles that gets more.</summary>
public sealed class GrowingCoverage
{
    private readonly string _folder;

    /// <summary>Begins with one article.</summary>
    public GrowingCoverage(DataFolder data)
    {
        _folder = Path = System.IO.Path.Combine(data.Path, "coverage");
        Directory.CreateDirectory(_folder);
        Write("old", "Council opens library", "The council opened the new library on the market square on Monday.");
    }

    /// <summary>What <see cref="WriteMany"/> writes of, an article each.</summary>
    public static IReadOnlyList<string> Things { get; } =
    ["bridge", "tram", "harbor", "museum", "school", "airport", "theater", "stadium", "market", "hospital", "garden", "tunnel"];

    public string Path { get; }

    /// <summary>Adds an article, or changes it.</summary>
    public void Write(string name, string title, string body, string date = "2024-06-21") =>
        File.WriteAllText(
            System.IO.Path.Combine(_folder, name + ".md"),
            $"---\ntitle: {title}\ndate: {date}\noutlet: Harbor Herald\n---\n\n{body}\n"
        );

    /// <summary>Adds some that have nothing to do with each other.</summary>
    public void WriteMany(int count)
    {
        string[] acts =
        [
            "closes for repairs after a long inspection",
            "gets a roof of glass and steel",
            "loses its oldest keeper",
            "wins a prize in Lyon",
            "asks parents for patience",
            "adds a night flight to Oslo",
            "plays Ibsen again",
            "hosts the final of the cup",
            "moves to the river",
            "hires forty nurses",
            "grows rare orchids",
            "floods in heavy rain",
        ];
        for (int i = 0; i < count; i++)
        {
            Write(
                $"n{i}",
                $"The {Things[i]} {acts[i]}",
                $"The {Things[i]} of Tessel {acts[i]}, its director told reporters number {i} on Friday."
            );
        }
    }
}
