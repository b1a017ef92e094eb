import '@yokoten/ui/tokens.css';
import '../theme.css';
import '@yokoten/benefits/define';
