using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>Where a rule of approving holds: for one owner by its address, or for all villages of a place by a prefix of the division code (6 county, 9 township, 12 village).</summary>
[JsonConverter(typeof(TextConverter<ApprovalScope>))]
public readonly record struct ApprovalScope(string Value) : IText<ApprovalScope>
{
    public static string Expected => "village/… | company/… | venture/… | [0-9]{6} | [0-9]{9} | [0-9]{12}";

    /// <summary>The owner that it is; null for a place.</summary>
    public Owner? Owner => VillageLedger.Owner.TryParse(Value, out var owner) ? owner : null;

    public static ApprovalScope Of(Owner owner) => new(owner.Address);

    public static bool TryParse([NotNullWhen(true)] string? text, out ApprovalScope value)
    {
        value = new(text ?? "");
        return value.Owner is not null
            || (text is { Length: RegisterVillage.CountyLength or RegisterVillage.TownshipLength or RegisterVillage.CodeLength } && text.All(char.IsAsciiDigit));
    }

    public override string ToString() => Value;
}
