import '@yokoten/ui/tokens.css';
import '../theme.css';
import '@yokoten/disaster-map/define';
