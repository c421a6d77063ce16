namespace BriefingBot.Core.Answering.Models;

/// <summary>Section <c>Model</c>: the language model that writes answers; none by default.</summary>
public sealed class ModelOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Model";

    /// <summary>Whose protocol it speaks.</summary>
    public ModelProvider Provider { get; set; }

    /// <summary>The address that the provider's paths are below (<c>http://127.0.0.1:11434/v1</c>); null: the provider's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The model's name as the provider knows it.</summary>
    public string? Model { get; set; }

    /// <summary>The key; a secret. Null for servers that want none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the key, instead of <see cref="ApiKey"/>.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>Seconds that an answer may take altogether before the extractive one is given, 1 to 600.</summary>
    public double Timeout { get; set; } = 20;

    /// <summary>The most tokens it may write for an answer, 50 to 16,000.</summary>
    public int MaxOutputTokens { get; set; } = 700;

    /// <summary>The most tokens of passages that it is given, 200 to 200,000.</summary>
    public int ContextTokens { get; set; } = 3000;

    /// <summary>The share of its sentences that must pass the check, 0 to 1; below it the extractive answer is given.</summary>
    public double MinVerifiedShare { get; set; } = 0.5;

    /// <summary>How closely its sentences must follow the evidence; see <see cref="Verification.Strictness"/>.</summary>
    public Verification.Strictness Strictness { get; set; } = Verification.Strictness.Strict;

    /// <summary>The folder of the prompts, relative to the working directory; null: the one beside the binary.</summary>
    public string? Prompts { get; set; }

    /// <summary>Minutes that an answer is kept to be given again for the same question, coverage, prompt and model; 0 keeps none.</summary>
    public int CacheMinutes { get; set; } = 1440;

    /// <summary>Model answers that one person gets a day (UTC); 0: no limit.</summary>
    public int AnswersPerUserPerDay { get; set; }

    /// <summary>Model answers a day (UTC) altogether; 0: no limit.</summary>
    public int AnswersPerDay { get; set; }

    /// <summary>Tokens a day (UTC), read and written, altogether; 0: no limit.</summary>
    public long TokensPerDay { get; set; }

    /// <summary>Prices by model name, to record what answers cost.</summary>
    public IDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The currency of <see cref="Prices"/>.</summary>
    public string Currency { get; set; } = "USD";
}
