using System.Globalization;
using BriefingBot.Inference.Onnx;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Entailment;

/// <summary>Checks <see cref="EntailmentOptions"/> before anything starts.</summary>
public sealed class EntailmentOptionsValidator : IValidateOptions<EntailmentOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EntailmentOptions options)
    {
        List<string> failures = [];
        if (!(options.Least is >= 0 and <= 1))
        {
            failures.Add(
                string.Create(CultureInfo.InvariantCulture, $"Entailment:Least is {options.Least}; choose a probability from 0 to 1.")
            );
        }

        if (!string.IsNullOrWhiteSpace(options.Model))
        {
            string model = Path.Combine(Path.GetFullPath(options.Model), "model.onnx");
            if (!File.Exists(model))
            {
                failures.Add(
                    $"Entailment:Model is '{options.Model}', but there is no {model}; name the folder of an ONNX "
                        + $"cross-encoder, or leave it out."
                );
            }
            else if (RuntimePlatform.HasNoLibrary)
            {
                failures.Add("Entailment:Model is set, but ONNX Runtime has no library for this system; leave it out.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
