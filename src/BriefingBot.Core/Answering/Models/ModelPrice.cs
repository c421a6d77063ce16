namespace BriefingBot.Core.Answering.Models;

/// <summary>What a model costs, in the currency of <see cref="ModelOptions.Currency"/>.</summary>
public sealed class ModelPrice
{
    /// <summary>A million tokens read.</summary>
    public decimal Input { get; set; }

    /// <summary>A million tokens written.</summary>
    public decimal Output { get; set; }
}
